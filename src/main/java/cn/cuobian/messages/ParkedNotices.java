package cn.cuobian.messages;

import java.time.Clock;
import java.time.LocalDate;

import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells administrators, once a day, that mails did not go out. */
@Component
class ParkedNotices {

	private final Postbox postbox;
	private final Posts posts;
	private final Clock clock;

	ParkedNotices(Postbox postbox, Posts posts, Clock clock) {
		this.postbox = postbox;
		this.posts = posts;
		this.clock = clock;
	}

	@Transactional
	void tell() {
		var today = LocalDate.now(clock).toString();
		var administrators = posts.holders(new Group("administrator", Group.EVERYWHERE).key()).stream().map(Person::id).toList();
		postbox.tell(administrators, new Notice("mails-parked:" + today, Kind.MAIL_PARKED, today, "/admin/mails", null));
	}
}
