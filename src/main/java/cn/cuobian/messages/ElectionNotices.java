package cn.cuobian.messages;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.cuobian.elections.ReElectionDue;
import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the community and the sub-district's election officers that a committee has to be elected again (Guiding Rules 47). */
@Component
class ElectionNotices {

	private final Postbox postbox;
	private final Posts posts;

	ElectionNotices(Postbox postbox, Posts posts) {
		this.postbox = postbox;
		this.posts = posts;
	}

	@EventListener
	void on(ReElectionDue due) {
		var told = Stream.of("election-officer", "community-secretary").map(post -> posts.at(post, due.place()).key())
				.flatMap(group -> posts.holders(group).stream()).map(Person::id).collect(Collectors.toSet());
		postbox.tell(told, new Notice("re-election:" + due.electionId(), Kind.RE_ELECTION_DUE, due.title(), "/elections/" + due.electionId(), null));
	}
}
