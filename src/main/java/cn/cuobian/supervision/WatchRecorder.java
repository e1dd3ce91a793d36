package cn.cuobian.supervision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.cuobian.clocks.ClockBound;
import cn.cuobian.clocks.ClockClosed;
import cn.cuobian.clocks.ClockMoved;
import cn.cuobian.clocks.ClockMoved.Cause;
import cn.cuobian.clocks.ClockOpened;
import cn.cuobian.clocks.ClocksMoved;
import cn.cuobian.clocks.ExtensionAsked;
import cn.cuobian.clocks.ExtensionRefused;
import cn.cuobian.engine.TaskAssigned;
import cn.cuobian.engine.TaskMoved;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.matters.Matter;
import cn.cuobian.matters.MatterEvent;
import cn.cuobian.matters.MatterEvent.MatterRaised;
import cn.cuobian.matters.MatterEvent.MatterReturned;
import cn.cuobian.matters.MatterFile;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Places;
import cn.cuobian.worklist.SubjectLine;
import cn.cuobian.worklist.Worklist;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the board in step with the ledger and the work, in their own transactions. */
@Component
class WatchRecorder {

	private static final String MATTER = "matter:";
	/** What else has clocks that a supervisor answers for: elections, and committees in their term. */
	private static final List<String> OTHERS = List.of("election:", "committee:");
	/** After the clocks, which bind the row this one names the step of. */
	private static final int AFTER_CLOCKS = 150;

	private final WatchRows rows;
	private final Tally tally;
	private final Changes changes;
	private final MatterFile matters;
	private final Worklist worklist;
	private final Places places;

	WatchRecorder(WatchRows rows, Tally tally, Changes changes, MatterFile matters, Worklist worklist, Places places) {
		this.rows = rows;
		this.tally = tally;
		this.changes = changes;
		this.matters = matters;
		this.worklist = worklist;
		this.places = places;
	}

	/** A clock of something that no list knows is nobody's on this board. */
	@EventListener
	void on(ClockOpened clock) {
		if (clock.subject().startsWith(MATTER)) {
			matters.known(Long.parseLong(clock.subject().substring(MATTER.length()))).ifPresent(matter -> open(clock, matter));
		} else if (OTHERS.stream().anyMatch(clock.subject()::startsWith)) {
			worklist.lineOf(clock.subject()).ifPresent(line -> open(clock, Watched.NO_MATTER, line));
		}
	}

	private void open(ClockOpened clock, Matter matter) {
		var facts = matter.facts();
		open(clock, facts.id(), new SubjectLine(facts.number(), facts.title(), facts.kind(),
				matter.tier() == null ? null : matter.tier().code(), facts.place()));
	}

	private void open(ClockOpened clock, long matterId, SubjectLine line) {
		rows.insert(new Watched(clock.clockId(), clock.subject(), matterId, line.number(), line.title(), line.kind() == null ? "" : line.kind(),
				line.tier() == null ? "" : line.tier(), clock.code(), line.placeCode(), null, null, null, null, null, clock.due(),
				false, 0, null, false), byLevel(line.placeCode()));
		tally.add(Tally.moved(line.placeCode(), null, clock.due()));
		changes.at(List.of(line.placeCode()));
	}

	@EventListener
	void on(ClockBound clock) {
		rows.bind(clock.clockId(), clock.taskId());
	}

	@EventListener
	@Order(AFTER_CLOCKS)
	void on(TaskOpened task) {
		step(task);
	}

	@EventListener
	@Order(AFTER_CLOCKS)
	void on(TaskMoved moved) {
		step(moved.now());
	}

	private void step(TaskOpened task) {
		rows.step(task.taskId(), task.name(), task.properties().getOrDefault("name.en", task.name()),
				new TreeSet<>(task.groups()).stream().findFirst().orElse(null));
	}

	@EventListener
	void on(TaskAssigned task) {
		rows.assign(task.taskId(), task.personId());
		changes.at(rows.ofSubject(task.subject()).stream().map(Watched::place).toList());
	}

	@EventListener
	void on(ClocksMoved moved) {
		var known = rows.find(moved.clocks().stream().map(ClockMoved::clockId).toList()).stream()
				.collect(Collectors.toMap(Watched::clockId, Function.identity()));
		rows.moveDue(moved.clocks().stream().collect(Collectors.toMap(ClockMoved::clockId, ClockMoved::to)));
		var counts = new ArrayList<Tally.Change>();
		for (var clock : moved.clocks()) {
			var row = known.get(clock.clockId());
			if (row != null) {
				counts.addAll(Tally.moved(row.place(), clock.from(), clock.to()));
				if (clock.cause() == Cause.EXTENDED) {
					rows.asked(clock.clockId(), false);
				}
			}
		}
		tally.add(counts);
		changes.at(known.values().stream().map(Watched::place).toList());
	}

	@EventListener
	void on(ExtensionAsked asked) {
		rows.asked(asked.clockId(), true);
		changed(asked.clockId());
	}

	@EventListener
	void on(ExtensionRefused refused) {
		rows.asked(refused.clockId(), false);
		changed(refused.clockId());
	}

	@EventListener
	void on(ClockClosed clock) {
		rows.find(clock.clockId()).ifPresent(row -> {
			rows.delete(row.clockId());
			tally.add(Tally.moved(row.place(), row.due(), null));
			changes.at(List.of(row.place()));
		});
	}

	@EventListener
	void on(MatterRaised event) {
		retell(event);
	}

	@EventListener
	void on(MatterReturned event) {
		retell(event);
	}

	private void retell(MatterEvent event) {
		rows.retell(MATTER + event.matterId(), matters.of(event.matterId()).tier().code());
	}

	private void changed(long clockId) {
		rows.find(clockId).ifPresent(row -> changes.at(List.of(row.place())));
	}

	private Map<String, String> byLevel(String place) {
		var columns = new HashMap<String, String>();
		for (var level : Level.values()) {
			columns.put(column(level), null);
		}
		places.lineage(place).forEach(each -> columns.put(column(each.level()), each.code()));
		return columns;
	}

	/** The column that holds the place of this level. */
	static String column(Level level) {
		return level.name().toLowerCase(Locale.ROOT);
	}
}
