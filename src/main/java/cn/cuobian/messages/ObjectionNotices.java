package cn.cuobian.messages;

import java.util.stream.Collectors;

import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.notices.ObjectionMade;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the election officers of the place that somebody objects to a public notice: it is not over before they answer. */
@Component
class ObjectionNotices {

	private static final String OFFICER = "election-officer";

	private final Postbox postbox;
	private final Posts posts;

	ObjectionNotices(Postbox postbox, Posts posts) {
		this.postbox = postbox;
		this.posts = posts;
	}

	@EventListener
	void on(ObjectionMade made) {
		var officers = posts.holders(posts.at(OFFICER, made.place()).key()).stream().map(Person::id).collect(Collectors.toSet());
		postbox.tell(officers, new Notice("objection:" + made.objectionId(), Kind.OBJECTION_MADE, made.title(),
				"/notices/%d/desk".formatted(made.noticeId()), null));
	}
}
