package cn.cuobian.elections;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.notices.NewNotice;
import cn.cuobian.notices.Notices;
import cn.cuobian.notices.Objection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an election publishes: the group, the register, the candidates and the result for objections, the assembly and
 * what went wrong for information. Knows which notice is about what (table {@code election_notice}).
 */
@Component
class Publicity {

	private final Notices notices;
	private final NoticeTexts texts;
	private final Clocks clocks;
	private final JdbcClient db;

	Publicity(Notices notices, NoticeTexts texts, Clocks clocks, JdbcClient db) {
		this.notices = notices;
		this.texts = texts;
		this.clocks = clocks;
		this.db = db;
	}

	/** People may object until the time of its limit is over; a corrected version takes the place of the one before. */
	void publish(Election election, About about) {
		put(election, about, clocks.wouldBeDue(about.clock(), election.place()), true);
	}

	/** Tells, and takes no objections. @param until how long it hangs at least */
	void tell(Election election, About about, Instant until, Object... details) {
		put(election, about, until, false, details);
	}

	/** What was announced does not take place. */
	void withdraw(long electionId, About about, String reason) {
		last(electionId, about).filter(id -> !isOver(electionId, about)).ifPresent(id -> notices.withdraw(id, reason));
	}

	/** Its time is up and every objection is answered. */
	boolean isOver(long electionId, About about) {
		return db.sql("select ended from election_notice where election_id = ? and about = ? order by notice_id desc fetch first 1 rows only")
				.params(electionId, about.code()).query(Boolean.class).optional().orElse(false);
	}

	/** @return whose notice it is, or empty for one of another room */
	Optional<Hung> over(long noticeId) {
		db.sql("update election_notice set ended = true where notice_id = ?").param(noticeId).update();
		return of(noticeId);
	}

	Optional<Hung> of(long noticeId) {
		return db.sql("select election_id, about from election_notice where notice_id = ?").param(noticeId)
				.query((row, n) -> new Hung(row.getLong(1), row.getString(2))).optional();
	}

	/** @param about code of what it is about */
	record Hung(long electionId, String about) {
	}

	int open(long electionId, About about) {
		return with(electionId, about, Objection.State.OPEN);
	}

	int upheld(long electionId, About about) {
		return with(electionId, about, Objection.State.UPHELD);
	}

	/** The newest notice on it. */
	Optional<Long> last(long electionId, About about) {
		return db.sql("select notice_id from election_notice where election_id = ? and about = ? order by notice_id desc fetch first 1 rows only")
				.params(electionId, about.code()).query(Long.class).optional();
	}

	private int with(long electionId, About about, Objection.State state) {
		return last(electionId, about).map(notices::objections).orElse(List.of()).stream().filter(one -> one.state() == state).toList().size();
	}

	private void put(Election election, About about, Instant ends, boolean objectable, Object... details) {
		var notice = new NewNotice(election.subject(), about.code(), election.place(), texts.title(election, about),
				texts.body(election, about, details), texts.basis(about), texts.shownAt(), ends, objectable);
		long id = notices.publish(notice, null);
		db.sql("insert into election_notice (notice_id, election_id, about, ended) values (?, ?, ?, ?)")
				.params(id, election.id(), about.code(), false).update();
	}
}
