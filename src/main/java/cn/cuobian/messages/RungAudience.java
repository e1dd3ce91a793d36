package cn.cuobian.messages;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import cn.cuobian.clocks.ReachedRung;
import cn.cuobian.messages.Supervisors.Over;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Worklist;
import org.springframework.stereotype.Component;

/**
 * Who is told of a rung. The first one is for those whose task it is; each later one adds the nearest supervisor, due
 * adds the supervisors up to the city, and what is overdue goes all the way up. Nobody assigned never means nobody told.
 */
@Component
class RungAudience {

	private final Worklist worklist;
	private final Posts posts;
	private final Supervisors supervisors;

	RungAudience(Worklist worklist, Posts posts, Supervisors supervisors) {
		this.worklist = worklist;
		this.posts = posts;
		this.supervisors = supervisors;
	}

	/** @param items the open tasks of the rungs, by id */
	Map<ReachedRung, Set<Long>> of(List<ReachedRung> rungs, Map<String, WorkItem> items) {
		var groups = worklist.groups(items.values());
		var holders = posts.holders(groups.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
		var over = supervisors.over(rungs.stream().map(rung -> place(rung, items)).filter(Objects::nonNull).toList());
		var audience = new LinkedHashMap<ReachedRung, Set<Long>>();
		rungs.forEach(rung -> {
			var item = items.get(String.valueOf(rung.taskId()));
			var workers = item == null ? Set.<Long>of() : workers(item, groups.getOrDefault(item.taskId(), List.of()), holders);
			audience.put(rung, of(rung, workers, place(rung, items), over));
		});
		return audience;
	}

	/** A holder who may no longer sign in is nobody: then it is for all at whose post it lies. */
	private static Set<Long> workers(WorkItem item, Collection<String> groups, Map<String, Set<Person>> holders) {
		var atPosts = groups.stream().flatMap(group -> holders.getOrDefault(group, Set.of()).stream()).map(Person::id)
				.collect(Collectors.toCollection(LinkedHashSet::new));
		return item.isTaken() && atPosts.contains(item.assignee()) ? Set.of(item.assignee()) : atPosts;
	}

	private static Set<Long> of(ReachedRung rung, Set<Long> workers, String place, Over over) {
		var told = new LinkedHashSet<>(workers);
		switch (rung.stage()) {
			case NEAR -> told.addAll(rung.index() > 0 || workers.isEmpty() ? over.nearest(place) : Set.of());
			case DUE -> told.addAll(over.upToCity(place));
			case OVERDUE -> told.addAll(over.everybody(place));
		}
		return told;
	}

	private static String place(ReachedRung rung, Map<String, WorkItem> items) {
		var item = items.get(String.valueOf(rung.taskId()));
		return rung.place() == null && item != null ? item.place() : rung.place();
	}
}
