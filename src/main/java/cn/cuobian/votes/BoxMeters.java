package cn.cuobian.votes;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import cn.cuobian.instruments.HouseGauges;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The boxes, all votes of the house in one number: which vote, which head, which channel and which choice is in none of
 * them, so that no scrape tells who voted or how it stands.
 */
@Component
class BoxMeters {

	private final JdbcClient db;
	private final Clock clock;
	private final Counter cast;
	private final Counter anchored;

	BoxMeters(MeterRegistry meters, HouseGauges house, JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
		cast = meters.counter("cuobian.box.cast");
		anchored = meters.counter("cuobian.box.anchored");
		house.group(this::boxes).gauge("boxes.open", "Boxes that take ballots", Boxes::open)
				.gauge("boxes.anchor.age.seconds", "Age of the oldest line of an open box that no public end of its chain covers yet",
						boxes -> boxes.age().toMillis() / 1000.0);
	}

	private record Boxes(long open, Duration age) {
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void on(VoteCast ballot) {
		cast.increment();
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void on(BoxAnchored end) {
		anchored.increment();
	}

	/** Only of boxes that are open: few, however many were ever held. */
	private Boxes boxes() {
		Instant now = clock.instant();
		return db.sql("""
				select count(*), min(e.at) from vote v left join box_entry e on e.vote_id = v.id
				and e.seq = coalesce((select max(a.seq) + 1 from box_anchor a where a.vote_id = v.id), 1) where v.state = 'OPEN'""")
				.query((rs, n) -> new Boxes(rs.getLong(1), since(rs.getTimestamp(2), now))).single();
	}

	/** Of a box in which nothing happened since, there is nothing to make public. */
	private static Duration since(Timestamp at, Instant now) {
		return at == null ? Duration.ZERO : Duration.between(at.toInstant(), now);
	}
}
