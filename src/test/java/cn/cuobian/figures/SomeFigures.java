package cn.cuobian.figures;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;

import cn.cuobian.clocks.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes matters, their record and clocks as the rooms below would have left them. */
final class SomeFigures {

	private static final AtomicInteger LAST = new AtomicInteger();

	private final JdbcClient db;

	SomeFigures(JdbcClient db) {
		this.db = db;
	}

	static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
	}

	long matter(String place, String reported) {
		String number = "FG-2024-%06d".formatted(LAST.incrementAndGet());
		db.sql("""
				insert into matter (number, place_code, kind, title, narrative, channel, scope, urgent, tier, state, reported_at,
				  timeline_count, timeline_head) values (?, ?, 'water', '=漏水', '一楼漏水', 'WEB', 'HOUSEHOLD', false, 'BUILDING', 'OPEN', ?, 0, '')""")
				.params(number, place, time(reported)).update();
		return db.sql("select id from matter where number = ?").param(number).query(Long.class).single();
	}

	/** @param rating null for none */
	void closed(long matter, String answered, String closed, Integer rating) {
		db.sql("update matter set state = 'CLOSED', answered_at = ?, closed_at = ?, rating = ?, rated_at = ? where id = ?")
				.params(time(answered), time(closed), rating, rating == null ? null : time(closed), matter).update();
	}

	void reopened(long matter, String when) {
		db.sql("update matter set reopened_at = ? where id = ?").params(time(when), matter).update();
	}

	void event(long matter, int seq, String when, String kind, String payload) {
		db.sql("insert into matter_event (matter_id, seq, at, kind, payload, prev_hash, hash) values (?, ?, ?, ?, ?, '', '')")
				.params(matter, seq, time(when), kind, payload).update();
	}

	/** @param used thousandths; null while it runs */
	long clock(long matter, String place, String code, String started, String ended, String state, Integer used) {
		long id = db.sql("select nextval('clock_seq')").query(Long.class).single();
		db.sql("""
				insert into clock (id, subject, code, part, open_key, place, by_process, model_key, element_id, limit_place, limit_amount,
				  limit_unit, limit_counting, limit_rungs, limit_extension, limit_source, started, due, extra, state, ended, used_permille, edition)
				values (?, ?, ?, ?, ?, ?, true, 'ladder', ?, '', 10, 'day', 'working', '', 0, 'test', ?, ?, 0, ?, ?, ?, 0)""")
				.params(id, "matter:" + matter, code, id, ended == null ? "open" + id : null, place, "user_" + code, time(started),
						Timestamp.from(at(started).plusSeconds(864_000)), state, ended == null ? null : time(ended), used).update();
		return id;
	}

	void entry(long clock, String when, String kind) {
		db.sql("insert into clock_entry (id, clock_id, kind, at, effective) values (nextval('clock_entry_seq'), ?, ?, ?, ?)")
				.params(clock, kind, time(when), time(when)).update();
	}

	private static Timestamp time(String local) {
		return Timestamp.from(at(local));
	}
}
