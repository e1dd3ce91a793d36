package cn.cuobian.messages;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.votes.BoxAnchored;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends each published end of a ballot box to the scrutineers and election officers of the place. A mail that has left the
 * house is where nobody who works on the database can change it, and tells an older copy or a cut tail.
 */
@Component
class AnchorNotices {

	/** Of the title, so that the anchor is never cut. */
	private static final int TITLE = 40;

	private final Postbox postbox;
	private final Posts posts;

	AnchorNotices(Postbox postbox, Posts posts) {
		this.postbox = postbox;
		this.posts = posts;
	}

	@EventListener
	void on(BoxAnchored box) {
		postbox.tell(watchers(box.place()), new Notice("vote:%d:anchor:%d".formatted(box.voteId(), box.seq()), Kind.BOX_ANCHORED,
				box.anchor() + " · " + shortened(box.title()), "/vote/box/" + box.voteId(), null));
	}

	private Set<Long> watchers(String place) {
		return Stream.of("scrutineer", "election-officer").flatMap(post -> posts.holders(posts.at(post, place).key()).stream())
				.map(Person::id).collect(Collectors.toSet());
	}

	private static String shortened(String title) {
		return title.codePointCount(0, title.length()) <= TITLE ? title : title.substring(0, title.offsetByCodePoints(0, TITLE)) + "…";
	}
}
