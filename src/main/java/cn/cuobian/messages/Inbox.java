package cn.cuobian.messages;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.people.Posts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person was told, newest first. */
@Component
public class Inbox {

	/** Counted no further: more than this is "99+" to everybody. */
	public static final int MOST_COUNTED = 100;
	private static final int MOST_SHOWN = 200;

	private final InboxRows rows;
	private final Posts posts;
	private final Clock clock;

	Inbox(InboxRows rows, Posts posts, Clock clock) {
		this.rows = rows;
		this.posts = posts;
		this.clock = clock;
	}

	/** How many lines he has not read, up to {@link #MOST_COUNTED}. */
	public int unread(long person) {
		return rows.unread(person, MOST_COUNTED);
	}

	/** The newest lines. */
	public List<InboxLine> newest(long person, Locale locale) {
		return rows.newest(person, MOST_SHOWN).stream().map(row -> line(row, locale)).toList();
	}

	private InboxLine line(InboxRows.Row row, Locale locale) {
		var about = row.kind() == Kind.POST_VACANT ? posts.nameOf(row.about(), locale) : row.about();
		return new InboxLine(row.id(), row.kind().code(), about, row.at().atZone(clock.getZone()), row.read());
	}

	/** Marks his line as read and answers where it leads; empty if it is not his or gone. */
	@Transactional
	public Optional<String> open(long person, long id) {
		rows.read(person, id);
		return rows.link(person, id);
	}

	public void readAll(long person) {
		rows.readAll(person);
	}
}
