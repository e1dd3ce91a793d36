package cn.cuobian.messages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.cuobian.clocks.ReachedRung;
import cn.cuobian.clocks.RungsReached;
import cn.cuobian.matters.MatterFile;
import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Worklist;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people that a deadline comes near, is there, or has passed; in batches, for thousands may be due at once. */
@Component
class ClockNotices {

	/** Clocks of these codes run while it is the resident's turn: he is reminded, not the staff. */
	private static final String RATING = ".RATE";

	private final Postbox postbox;
	private final RungAudience audience;
	private final Worklist worklist;
	private final MatterFile file;
	private final ResidentNotices residents;

	ClockNotices(Postbox postbox, RungAudience audience, Worklist worklist, MatterFile file, ResidentNotices residents) {
		this.postbox = postbox;
		this.audience = audience;
		this.worklist = worklist;
		this.file = file;
		this.residents = residents;
	}

	@EventListener
	void on(RungsReached event) {
		var byTurn = event.rungs().stream().collect(Collectors.partitioningBy(rung -> rung.code().endsWith(RATING)));
		byTurn.get(true).stream().filter(rung -> rung.stage() == ReachedRung.Stage.NEAR).forEach(this::remindResident);
		tellStaff(byTurn.get(false));
	}

	private void remindResident(ReachedRung rung) {
		MatterSubject.of(rung.subject()).ifPresent(id -> residents.write(id, Kind.RESIDENT_RATE, rung.clockId() + ":" + rung.rung()));
	}

	private void tellStaff(List<ReachedRung> rungs) {
		var items = items(rungs);
		var numbers = file.numbers(rungs.stream().filter(rung -> !items.containsKey(String.valueOf(rung.taskId())))
				.flatMap(rung -> MatterSubject.of(rung.subject()).stream()).distinct().toList());
		var tellings = new ArrayList<Telling>();
		audience.of(rungs, items).forEach((rung, persons) -> {
			var notice = notice(rung, items.get(String.valueOf(rung.taskId())), numbers);
			persons.forEach(person -> tellings.add(new Telling(person, notice)));
		});
		postbox.tell(tellings);
	}

	private Map<String, WorkItem> items(Collection<ReachedRung> rungs) {
		var tasks = rungs.stream().map(ReachedRung::taskId).filter(Objects::nonNull).distinct().toList();
		return worklist.open(tasks).stream().collect(Collectors.toMap(WorkItem::taskId, Function.identity()));
	}

	private static Notice notice(ReachedRung rung, WorkItem item, Map<Long, String> numbers) {
		var event = "clock:%d:%s".formatted(rung.clockId(), rung.rung());
		if (item != null) {
			return new Notice(event, kind(rung), item.number(), "/tasks/" + item.taskId(), item.taskId());
		}
		var number = MatterSubject.of(rung.subject()).map(numbers::get).orElse(rung.subject());
		return new Notice(event, kind(rung), number, SubjectPage.of(rung.subject(), number), null);
	}

	private static Kind kind(ReachedRung rung) {
		return switch (rung.stage()) {
			case NEAR -> Kind.CLOCK_NEAR;
			case DUE -> Kind.CLOCK_DUE;
			case OVERDUE -> Kind.CLOCK_OVERDUE;
		};
	}
}
