package cn.cuobian.dispute;

import java.util.List;

import cn.cuobian.engine.Tasks;
import cn.cuobian.forms.FormOptions;
import cn.cuobian.forms.Option;
import cn.cuobian.matters.MatterFile;
import cn.cuobian.matters.Timeline;
import cn.cuobian.people.People;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.refusals.Refusal;
import org.springframework.stereotype.Component;

/** The persons who follow up what is on the district list: {@code "valuesKey": "followUpPersons"}. */
@Component
class FollowUps implements FormOptions {

	private static final String POST = "follow-up-person";

	private final Posts posts;
	private final People people;
	private final MatterFile file;
	private final Disputes disputes;
	private final Timeline timeline;

	FollowUps(Posts posts, People people, MatterFile file, Disputes disputes, Timeline timeline) {
		this.posts = posts;
		this.people = people;
		this.file = file;
		this.disputes = disputes;
		this.timeline = timeline;
	}

	@Override
	public String key() {
		return "followUpPersons";
	}

	@Override
	public List<Option> options(String subject) {
		return at(Long.parseLong(subject.substring("matter:".length()))).stream()
				.map(person -> Option.of(String.valueOf(person.id()), person.name(), person.name())).toList();
	}

	/** @throws Refusal {@code dispute.not-a-follow-up-person} */
	void name(long matterId, String personId) {
		var named = at(matterId).stream().filter(person -> String.valueOf(person.id()).equals(personId)).findFirst()
				.orElseThrow(() -> Refusal.onField("follow_up", "dispute.not-a-follow-up-person"));
		disputes.follows(matterId, named.id());
		timeline.note(matterId, "dispute.follow-up-named", people.nameOf(named.id()));
	}

	/** For {@code camunda:assignee}; null, which leaves the task to the post, once he does not hold the post any more. */
	String named(long matterId) {
		var named = disputes.of(matterId).followUpPerson();
		return at(matterId).stream().filter(person -> named != null && person.id() == named).findFirst()
				.map(person -> Tasks.assignee(person.id())).orElse(null);
	}

	private List<Person> at(long matterId) {
		return List.copyOf(posts.holders(posts.at(POST, file.of(matterId).facts().place()).key()));
	}
}
