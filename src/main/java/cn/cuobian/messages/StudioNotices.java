package cn.cuobian.messages;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

import cn.cuobian.design.DraftDecided;
import cn.cuobian.design.DraftSubmitted;
import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells approvers that a draft of a procedure waits for them, and who drew it what became of it; by its number, not its words. */
@Component
class StudioNotices {

	private static final String APPROVERS = new Group("model-approver", Group.EVERYWHERE).key();

	private final Postbox postbox;
	private final Posts posts;
	private final Clock clock;

	StudioNotices(Postbox postbox, Posts posts, Clock clock) {
		this.postbox = postbox;
		this.posts = posts;
		this.clock = clock;
	}

	@EventListener
	void on(DraftSubmitted event) {
		var approvers = posts.holders(APPROVERS).stream().map(Person::id).filter(id -> id != event.author()).collect(Collectors.toSet());
		postbox.tell(approvers, notice(event.draft(), Kind.DRAFT_SUBMITTED));
	}

	@EventListener
	void on(DraftDecided event) {
		postbox.tell(Set.of(event.author()), notice(event.draft(), event.approved() ? Kind.DRAFT_APPROVED : Kind.DRAFT_RETURNED));
	}

	/** The same draft may come and go several times, and counts each time. */
	private Notice notice(long draft, Kind kind) {
		return new Notice("draft:%d:%s:%d".formatted(draft, kind.code(), clock.millis()), kind, String.valueOf(draft), "/design/drafts/" + draft, null);
	}
}
