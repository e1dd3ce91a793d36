package cn.cuobian.portal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.cuobian.matters.MatterTimes;
import cn.cuobian.people.People;
import cn.cuobian.people.Posts;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Places;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Worklist;

/** Puts open tasks into the reader's words. */
@Component
class TaskLines {

	private final Worklist list;
	private final Places places;
	private final People people;
	private final Posts posts;
	private final MatterTimes times;
	private final TimeLeft left;
	private final MessageSource messages;
	private final Clock clock;

	TaskLines(Worklist list, Places places, People people, Posts posts, MatterTimes times, TimeLeft left,
			MessageSource messages, Clock clock) {
		this.list = list;
		this.places = places;
		this.people = people;
		this.posts = posts;
		this.times = times;
		this.left = left;
		this.messages = messages;
		this.clock = clock;
	}

	List<TaskLine> of(Collection<WorkItem> items, Viewer viewer, Locale locale) {
		var groups = list.groups(items);
		var names = new HashMap<Long, String>();
		return items.stream().map(item -> line(item, groups.getOrDefault(item.taskId(), List.of()), names, viewer, locale))
			.toList();
	}

	TaskLine of(WorkItem item, Viewer viewer, Locale locale) {
		return of(List.of(item), viewer, locale).get(0);
	}

	/** The posts a task is for, as people call them. */
	String groups(Collection<String> groups, Locale locale) {
		return groups.stream().map(group -> posts.nameOf(group, locale)).collect(Collectors.joining(" / "));
	}

	private TaskLine line(WorkItem item, List<String> groups, Map<Long, String> names, Viewer viewer, Locale locale) {
		var assignee = item.isTaken() ? names.computeIfAbsent(item.assignee(), people::nameOf) : "";
		return new TaskLine(item.taskId(), item.number(), item.title(), item.name().in(locale),
				item.kind() == null ? "" : list.kind(item.kind()).in(locale), tier(item.tier(), locale),
				item.place() == null ? "" : places.fullNameOf(item.place(), locale), groups(groups, locale), assignee,
				item.isTakenBy(viewer.personId()), item.due().map(times::until).orElse(""), left.of(item, locale),
				urgency(item), item.isTakenBy(viewer.personId()) || groups.stream().anyMatch(viewer::isIn));
	}

	String tier(String tier, Locale locale) {
		return tier == null ? "" : messages.getMessage("worklist.tier." + tier, null, tier, locale);
	}

	private String urgency(WorkItem item) {
		var now = clock.instant();
		return item.isOverdue(now) ? "overdue" : item.isPressing(now) ? "pressing" : "calm";
	}
}
