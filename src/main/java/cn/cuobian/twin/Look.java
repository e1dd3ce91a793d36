package cn.cuobian.twin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.cuobian.design.walk.Picture;
import cn.cuobian.design.walk.Picture.Flow;
import cn.cuobian.design.walk.Picture.Waiting;
import cn.cuobian.engine.ProcessTrace;
import cn.cuobian.engine.Processes;
import cn.cuobian.matters.ResidentMessages;
import cn.cuobian.people.Posts;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Worklist;

/** Takes the picture of the walk. */
@ForTwin
@Component
class Look {

	private final Walk walk;
	private final Worklist worklist;
	private final Posts posts;
	private final Processes processes;
	private final Ledger ledger;
	private final Time time;
	private final TwinClock clock;

	Look(Walk walk, Worklist worklist, Posts posts, Processes processes, Ledger ledger, Time time, TwinClock clock) {
		this.walk = walk;
		this.worklist = worklist;
		this.posts = posts;
		this.processes = processes;
		this.ledger = ledger;
		this.time = time;
		this.clock = clock;
	}

	Picture picture(Locale language) {
		List<String> subjects = walk.subjects();
		List<Flow> flows = subjects.stream().flatMap(subject -> processes.trace(subject).stream()).map(Look::flow).toList();
		List<Waiting> open = open().stream().map(item -> waiting(item, language)).toList();
		Instant deadline = time.deadline().orElse(null);
		return new Picture(clock.instant(), walk.subject(), open, flows, ledger.clocks(), ledger.rungs(), time.next().orElse(null), deadline,
				resident(), flows.stream().allMatch(Flow::ended));
	}

	/** All open tasks, whoever's, the most urgent first. */
	List<WorkItem> open() {
		return walk.subjects().stream().flatMap(subject -> worklist.openFor(subject).stream()).toList();
	}

	private Waiting waiting(WorkItem item, Locale language) {
		String group = worklist.groups(item.taskId()).stream().findFirst().orElse(null);
		return new Waiting(item.taskId(), item.modelKey(), item.elementId(), item.name().zh(), item.name().en(), group,
				posts.nameOf(group, language), item.dueOrNull());
	}

	private List<String> resident() {
		return Stream.of(ResidentMessages.RATED, ResidentMessages.REOPENED, ResidentMessages.WITHDRAWN).filter(this::awaits).toList();
	}

	/** Whether the one who reported may do this now. */
	boolean awaits(String message) {
		return walk.code() != null && processes.awaits(message, walk.subject());
	}

	private static Flow flow(ProcessTrace trace) {
		return new Flow(trace.modelKey(), trace.modelName(), trace.active(), trace.passed(), trace.ended());
	}
}
