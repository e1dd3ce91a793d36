package cn.cuobian.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.instruments.HouseGauges;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What this node sent, and how long and how old the outbox of the house is. */
@Component
class MailMeters {

	private final JdbcClient db;
	private final Clock clock;
	private final Counter sent;
	private final Counter failed;

	MailMeters(MeterRegistry meters, HouseGauges house, JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
		sent = meters.counter("cuobian.mails.sent");
		failed = meters.counter("cuobian.mails.failed");
		house.group(this::outbox).gauge("mails", "Mails of the outbox", Map.of("state", "waiting"), Outbox::waiting)
				.gauge("mails", "Mails of the outbox", Map.of("state", "retried"), Outbox::retried)
				.gauge("mails", "Mails of the outbox", Map.of("state", "parked"), Outbox::parked)
				.age("mails.oldest", "Age of the oldest mail that is due or was tried before", Outbox::oldest);
	}

	/** @param oldest of what is due or was tried before: who keeps quiet hours wants his mail to wait */
	private record Outbox(long waiting, long retried, long parked, Timestamp oldest) {
	}

	void sent() {
		sent.increment();
	}

	/** One attempt; it is tried again unless it is parked. */
	void failed() {
		failed.increment();
	}

	private Outbox outbox() {
		long parked = db.sql("select count(*) from mail where state = 'PARKED'").query(Long.class).single();
		return db.sql("""
				select count(*), sum(case when attempts > 0 then 1 else 0 end), min(case when attempts > 0 or next_at <= ? then made_at end)
				from mail where state = 'WAITING'""").param(Timestamp.from(clock.instant()))
				.query((rs, n) -> new Outbox(rs.getLong(1), rs.getLong(2), parked, rs.getTimestamp(3))).single();
	}
}
