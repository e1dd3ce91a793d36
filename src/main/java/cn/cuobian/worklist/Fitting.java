package cn.cuobian.worklist;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;

/** Whom a task fits today: those of its posts, and where a post has nobody left, those its work falls to. */
@Component
class Fitting {

	private final WorkRows rows;
	private final Posts posts;

	Fitting(WorkRows rows, Posts posts) {
		this.rows = rows;
		this.posts = posts;
	}

	/** Who has least to do first. */
	List<Candidate> of(String taskId) {
		var groupByPerson = rows.groups(taskId).stream().map(this::manned)
			.flatMap(group -> posts.holders(group).stream().map(person -> Map.entry(person, group)))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
		var loads = rows.loads(groupByPerson.keySet().stream().map(Person::id).toList());
		return groupByPerson.entrySet().stream()
			.map(each -> new Candidate(each.getKey().id(), each.getKey().name(), each.getValue(),
					loads.getOrDefault(each.getKey().id(), 0L)))
			.sorted(Comparator.comparing(Candidate::open).thenComparing(Candidate::name)).toList();
	}

	boolean is(String taskId, long personId) {
		return rows.groups(taskId).stream().anyMatch(group -> peopleOf(group).contains(personId));
	}

	Set<Long> peopleOf(String group) {
		return posts.holders(manned(group)).stream().map(Person::id).collect(Collectors.toSet());
	}

	/** The group itself, or the one that does its work while nobody holds the post. */
	String manned(String key) {
		var group = Group.parse(key);
		var stays = Group.EVERYWHERE.equals(group.place()) || !posts.holders(key).isEmpty();
		return stays ? key : posts.at(group.post(), group.place()).key();
	}
}
