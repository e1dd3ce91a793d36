package cn.cuobian.elections;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import cn.cuobian.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to an election or a committee, line by line; lines are added and never changed. Words are sealed. */
@Repository
class ElectionLog {

	private final JdbcClient db;
	private final Vault vault;
	private final Clock clock;

	ElectionLog(JdbcClient db, Vault vault, Clock clock) {
		this.db = db;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * @param person null for the procedure itself
	 * @param detail numbers, dates and codes, no person's name
	 * @param words what somebody wrote, in the clear
	 */
	record Line(Instant at, Long person, String event, String detail, String words) {
	}

	/** What the procedure did. */
	void add(String subject, String event, Object... details) {
		insert(subject, null, event, join(details), null);
	}

	/** What somebody did. */
	void by(String subject, long person, String event, Object... details) {
		insert(subject, person, event, join(details), null);
	}

	/** What somebody did, with what he wrote. */
	void said(String subject, long person, String event, String detail, String words) {
		insert(subject, person, event, detail, words == null || words.isBlank() ? null : words);
	}

	private void insert(String subject, Long person, String event, String detail, String words) {
		db.sql("""
				insert into election_line (id, subject, at, person, event, detail, words_sealed)
				values (nextval('election_seq'), ?, ?, ?, ?, ?, ?)""")
				.params(subject, Timestamp.from(clock.instant()), person, event, detail, words == null ? null : vault.seal(words, context(subject)))
				.update();
	}

	/** The newest first. */
	List<Line> of(String subject, int most) {
		return db.sql("select at, person, event, detail, words_sealed from election_line where subject = ? order by id desc fetch first " + most
				+ " rows only").param(subject).query((row, n) -> {
					var sealed = row.getBytes("words_sealed");
					return new Line(row.getTimestamp("at").toInstant(), row.getObject("person", Long.class), row.getString("event"),
							row.getString("detail"), sealed == null ? null : vault.open(sealed, context(subject)));
				}).list();
	}

	private static String context(String subject) {
		return "election-line:" + subject;
	}

	private static String join(Object... details) {
		return String.join(" · ", List.of(details).stream().map(String::valueOf).toList());
	}
}
