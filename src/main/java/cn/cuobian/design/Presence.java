package cn.cuobian.design;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;

/** Who has a draft open. A page says so when it is opened, an editor every half a minute. */
@Component
class Presence {

	private static final Duration SEEN = Duration.ofMinutes(1);

	private final JdbcClient db;
	private final People people;
	private final Clock clock;

	Presence(JdbcClient db, People people, Clock clock) {
		this.db = db;
		this.people = people;
		this.clock = clock;
	}

	/** Notes that he has it open, and says who else has; names in the order in which they came last. */
	List<String> seen(long draft, Viewer viewer) {
		note(draft, viewer.personId(), Timestamp.from(clock.instant()));
		return db.sql("select person from design_presence where draft = ? and person <> ? and seen > ? order by seen desc, person")
				.params(draft, viewer.personId(), Timestamp.from(clock.instant().minus(SEEN))).query(Long.class).list()
				.stream().map(people::nameOf).toList();
	}

	private void note(long draft, long person, Timestamp now) {
		if (db.sql("update design_presence set seen = ? where draft = ? and person = ?").params(now, draft, person).update() == 0) {
			try {
				db.sql("insert into design_presence (draft, person, seen) values (?, ?, ?)").params(draft, person, now).update();
			} catch (DuplicateKeyException notedByHisOtherWindow) {
				return;
			}
		}
	}
}
