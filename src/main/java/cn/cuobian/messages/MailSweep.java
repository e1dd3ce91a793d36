package cn.cuobian.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets the mails that were sent, or that nobody wanted any more, once they have been kept long enough. What waits and
 * what is parked stays, however old it is: somebody has to be told, or has to look at it.
 */
@Component
class MailSweep {

	/** In one transaction: short enough to keep nobody waiting who sends. */
	static final int BATCH = 500;
	/** A night's work; what is left goes the next night. */
	private static final int MOST_BATCHES = 400;
	private static final Duration SHORTEST = Duration.ofDays(1);

	private final JdbcClient db;
	private final Clock clock;
	private final Duration kept;

	/** @throws IllegalArgumentException if mails are to be kept for less than a day: so soon the same event may come again */
	MailSweep(JdbcClient db, Clock clock, @Value("${cuobian.mail.kept:180d}") Duration kept) {
		if (kept.compareTo(SHORTEST) < 0) {
			throw new IllegalArgumentException("cuobian.mail.kept must be at least 1d, not " + kept);
		}
		this.db = db;
		this.clock = clock;
		this.kept = kept;
	}

	@Scheduled(cron = "${cuobian.mail.sweep:0 20 3 * * *}")
	void run() {
		for (int batch = 0; batch < MOST_BATCHES && (sweep("SENT") == BATCH || sweep("DROPPED") == BATCH); batch++) {
			Thread.onSpinWait();
		}
	}

	/** @return how many were forgotten */
	private int sweep(String state) {
		return db.sql("delete from mail where id in (select id from mail where state = ? and ended < ? order by state, ended"
				+ " fetch first " + BATCH + " rows only)").params(state, Timestamp.from(clock.instant().minus(kept))).update();
	}
}
