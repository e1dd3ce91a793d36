package cn.cuobian.twin;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.cuobian.forms.FormSchema;
import cn.cuobian.matters.ResidentActs;
import cn.cuobian.matters.ResidentMessages;
import cn.cuobian.people.People;
import cn.cuobian.people.Posts;
import cn.cuobian.people.Person;
import cn.cuobian.people.Viewer;
import cn.cuobian.people.Viewers;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;

/** Plays every part: whoever holds the post of a task, and the one who reported. */
@ForTwin
@Component
class Parts {

	private final Worklist worklist;
	private final Workbench workbench;
	private final Posts posts;
	private final People people;
	private final Viewers viewers;
	private final ResidentActs residents;
	private final Walk walk;
	private final Time time;

	Parts(Worklist worklist, Workbench workbench, Posts posts, People people, Viewers viewers, ResidentActs residents, Walk walk, Time time) {
		this.worklist = worklist;
		this.workbench = workbench;
		this.posts = posts;
		this.people = people;
		this.viewers = viewers;
		this.residents = residents;
		this.walk = walk;
		this.time = time;
	}

	FormSchema form(String task) {
		return workbench.form(task, player(task));
	}

	/** What the procedure does at once afterwards is done as well. */
	void complete(String task, Map<String, ?> values) {
		workbench.complete(task, values, player(task));
		time.settle();
	}

	/** @param message as the drawings call what the resident does */
	void resident(String message, Map<String, Object> values) {
		if (walk.code() == null) {
			throw new Refusal("design.dry-nobody-reported");
		}
		switch (message) {
			case ResidentMessages.RATED -> residents.rate(walk.code(), stars(values), "");
			case ResidentMessages.REOPENED -> residents.reopen(walk.code(), "trial");
			default -> residents.withdraw(walk.code(), "trial");
		}
		time.settle();
	}

	private static int stars(Map<String, Object> values) {
		return values != null && values.get("satisfaction") instanceof Number stars ? stars.intValue() : 5;
	}

	/** Who has taken it, else somebody of its posts. */
	private Viewer player(String task) {
		WorkItem item = worklist.open(List.of(task)).stream().findFirst().orElseThrow(Refusal::notFound);
		Person person = item.isTaken() ? people.get(item.assignee())
				: worklist.groups(task).stream().flatMap(group -> posts.holders(group).stream()).findFirst()
						.orElseThrow(() -> new Refusal("design.dry-nobody-holds", item.name().zh()));
		return viewers.of(person);
	}
}
