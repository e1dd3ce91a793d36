package cn.cuobian.messages;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.cuobian.clocks.ClockMoved;
import cn.cuobian.clocks.ClockMoved.Cause;
import cn.cuobian.clocks.ClocksMoved;
import cn.cuobian.clocks.ExtensionAsked;
import cn.cuobian.matters.MatterFile;
import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Worklist;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the supervisor that somebody asks for more time, and the holder of a task that somebody else moved its deadline.
 * What the calendar moves is told to nobody one by one: who loads it sees what moves before.
 */
@Component
class MovedClockNotices {

	private final Postbox postbox;
	private final Worklist worklist;
	private final Supervisors supervisors;
	private final MatterFile file;
	private final ResidentNotices residents;
	private final Clock clock;

	MovedClockNotices(Postbox postbox, Worklist worklist, Supervisors supervisors, MatterFile file, ResidentNotices residents,
			Clock clock) {
		this.postbox = postbox;
		this.worklist = worklist;
		this.supervisors = supervisors;
		this.file = file;
		this.residents = residents;
		this.clock = clock;
	}

	@EventListener
	void on(ExtensionAsked asked) {
		MatterSubject.of(asked.subject()).flatMap(file::known).ifPresent(matter -> {
			var place = matter.facts().place();
			var link = asked.taskId() == null ? "/matters/" + matter.number() : "/tasks/" + asked.taskId();
			var notice = new Notice("clock:%d:asked:%d".formatted(asked.clockId(), clock.millis()), Kind.EXTENSION_ASKED,
					matter.number(), link, asked.taskId());
			postbox.tell(deciders(place, asked.by()), notice);
		});
	}

	/** Nobody decides about what he asks for himself; a supervisor who asks leaves it to those above. */
	private Set<Long> deciders(String place, long asker) {
		var over = supervisors.over(List.of(place));
		return Stream.of(over.nearest(place), over.everybody(place)).map(persons -> without(persons, asker))
				.filter(persons -> !persons.isEmpty()).findFirst().orElse(Set.of());
	}

	private static Set<Long> without(Set<Long> persons, long person) {
		var others = new LinkedHashSet<>(persons);
		others.remove(person);
		return others;
	}

	@EventListener
	void on(ClocksMoved moved) {
		var byPersons = moved.clocks().stream().filter(clock -> clock.by() != null).toList();
		byPersons.stream().filter(clock -> clock.cause() == Cause.EXTENDED).forEach(this::writeToResident);
		tellHolders(byPersons.stream().filter(clock -> clock.taskId() != null).toList());
	}

	private void writeToResident(ClockMoved extended) {
		MatterSubject.of(extended.subject()).ifPresent(id -> residents.write(id, Kind.RESIDENT_EXTENDED, String.valueOf(extended.clockId())));
	}

	private void tellHolders(List<ClockMoved> moved) {
		var items = worklist.open(moved.stream().map(ClockMoved::taskId).distinct().toList()).stream()
				.filter(WorkItem::isTaken).collect(Collectors.toMap(WorkItem::taskId, item -> item));
		postbox.tell(moved.stream().filter(clock -> items.containsKey(clock.taskId()))
				.filter(clock -> !items.get(clock.taskId()).isTakenBy(clock.by()))
				.map(clock -> telling(clock, items.get(clock.taskId()))).toList());
	}

	private Telling telling(ClockMoved moved, WorkItem item) {
		return new Telling(item.assignee(), new Notice("clock:%d:moved:%d".formatted(moved.clockId(), clock.millis()),
				Kind.CLOCK_MOVED, item.number(), "/tasks/" + item.taskId(), item.taskId()));
	}
}
