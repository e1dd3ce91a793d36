package cn.cuobian.matters;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import cn.cuobian.engine.Processes;
import cn.cuobian.people.People;
import cn.cuobian.people.Posts;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Worklist;
import org.springframework.stereotype.Component;

/**
 * Who is on a matter and what it waits for: its open tasks, or the resident.
 */
@Component
class Standing {

	private final Worklist worklist;
	private final Processes processes;
	private final Posts posts;
	private final People people;
	private final Clock clock;

	Standing(Worklist worklist, Processes processes, Posts posts, People people, Clock clock) {
		this.worklist = worklist;
		this.processes = processes;
		this.posts = posts;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * One thing that is waited for.
	 *
	 * @param posts  who may do it, as people say it: 楼栋长 · 灵秀家园1栋
	 * @param person who took it, or null; for staff only
	 * @param due    null where no clock runs
	 */
	record Waiting(String taskId, String what, String posts, String person, Instant due, boolean overdue) {
	}

	List<Waiting> of(Matter matter, Locale locale) {
		return worklist.openFor(matter.facts().subject()).stream().map(item -> waiting(item, locale)).toList();
	}

	private Waiting waiting(WorkItem item, Locale locale) {
		String groups = worklist.groups(item.taskId()).stream().map(group -> posts.nameOf(group, locale))
				.collect(Collectors.joining("、"));
		String person = item.assignee() == null ? null : people.nameOf(item.assignee());
		return new Waiting(item.taskId(), item.name().in(locale), groups, person, item.dueOrNull(),
				item.isOverdue(clock.instant()));
	}

	boolean awaits(String message, Matter matter) {
		return processes.awaits(message, matter.facts().subject());
	}
}
