package cn.cuobian.messages;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Worklist;
import org.springframework.stereotype.Component;

/** Finds whose task it is, for many tasks at once: who has taken it, else all at whose post it lies. */
@Component
class Workers {

	private final Worklist worklist;
	private final Posts posts;

	Workers(Worklist worklist, Posts posts) {
		this.worklist = worklist;
		this.posts = posts;
	}

	/** By task id; empty for a task that nobody can take. */
	Map<String, Set<Long>> of(Collection<WorkItem> items) {
		var groups = worklist.groups(items);
		var holders = posts.holders(groups.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
		return items.stream().collect(Collectors.toMap(WorkItem::taskId,
				item -> of(item, groups.getOrDefault(item.taskId(), List.of()), holders), (one, same) -> one));
	}

	/** A holder who may no longer sign in is nobody: then it is for all at whose post it lies. */
	private static Set<Long> of(WorkItem item, Collection<String> groups, Map<String, Set<Person>> holders) {
		var atPosts = groups.stream().flatMap(group -> holders.getOrDefault(group, Set.of()).stream()).map(Person::id)
				.collect(Collectors.toCollection(LinkedHashSet::new));
		return item.isTaken() && atPosts.contains(item.assignee()) ? Set.of(item.assignee()) : atPosts;
	}
}
