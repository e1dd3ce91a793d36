package cn.cuobian.votes;

import java.sql.Timestamp;

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
	private final Counter cast;
	private final Counter anchored;

	BoxMeters(MeterRegistry meters, HouseGauges house, JdbcClient db) {
		this.db = db;
		cast = meters.counter("cuobian.box.cast");
		anchored = meters.counter("cuobian.box.anchored");
		house.group(this::boxes).gauge("boxes.open", "Boxes that take ballots", Boxes::open)
				.age("boxes.anchor.age", "Age of the oldest line of an open box that no public end of its chain covers yet", Boxes::uncovered);
	}

	/** @param uncovered null where nothing happened since: there is nothing to make public */
	private record Boxes(long open, Timestamp uncovered) {
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
		return db.sql("""
				select count(*), min(e.at) from vote v left join box_entry e on e.vote_id = v.id
				and e.seq = coalesce((select max(a.seq) + 1 from box_anchor a where a.vote_id = v.id), 1) where v.state = 'OPEN'""")
				.query((rs, n) -> new Boxes(rs.getLong(1), rs.getTimestamp(2))).single();
	}
}
