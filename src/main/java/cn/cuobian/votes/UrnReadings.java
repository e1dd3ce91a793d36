package cn.cuobian.votes;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code urn_reading}: papers of a secret vote as officers read them, sealed, until two readings agree. */
@Repository
class UrnReadings {

	private final JdbcClient db;
	private final Sealing sealing;
	private final Clock clock;

	UrnReadings(JdbcClient db, Sealing sealing, Clock clock) {
		this.db = db;
		this.sealing = sealing;
		this.clock = clock;
	}

	/** @param words area and choices; null once the paper is settled */
	record UrnReading(long officer, boolean settled, String words) {
	}

	/** A paper that was not read twice alike yet; what was read is not in it. */
	record OpenPaper(int no, List<Long> officers) {

		/** Read twice, and not alike. */
		boolean isDifferent() {
			return officers.size() > 1;
		}
	}

	/** Of one paper, the first first. */
	List<UrnReading> of(long voteId, int no) {
		return db.sql("select reading, officer, settled, words_sealed from urn_reading where vote_id = ? and paper_no = ? order by reading")
				.params(voteId, no).query((row, n) -> new UrnReading(row.getLong(2), row.getBoolean(3),
						row.getBytes(4) == null ? null : sealing.open(row.getBytes(4), context(voteId, no, row.getInt(1)))))
				.list();
	}

	void add(long voteId, int no, int reading, long officer, String words) {
		db.sql("""
				insert into urn_reading (id, vote_id, paper_no, reading, words_sealed, officer, at, settled)
				values (nextval('vote_seq'), ?, ?, ?, ?, ?, ?, false)""")
				.params(voteId, no, reading, sealing.seal(words, context(voteId, no, reading)), officer, Timestamp.from(clock.instant())).update();
	}

	/** Two readings agree: the paper is in the box, and what was read is wiped out here. */
	void settle(long voteId, int no) {
		db.sql("update urn_reading set settled = true, words_sealed = null where vote_id = ? and paper_no = ?").params(voteId, no).update();
	}

	List<OpenPaper> open(long voteId) {
		return db.sql("select distinct paper_no from urn_reading where vote_id = ? and settled = false order by paper_no fetch first 500 rows only")
				.param(voteId).query(Integer.class).list().stream().map(no -> new OpenPaper(no, officers(voteId, no))).toList();
	}

	private List<Long> officers(long voteId, int no) {
		return db.sql("select officer from urn_reading where vote_id = ? and paper_no = ? order by reading").params(voteId, no)
				.query(Long.class).list();
	}

	/** Papers the box still waits for, as many as heads were marked without: by the area in 0.01 m² that stands on them. */
	SortedMap<Long, Integer> awaited(long voteId) {
		var awaited = new TreeMap<Long, Integer>();
		db.sql("""
				select v.area, v.heads - coalesce(p.papers, 0) as missing
				from (select h.area, count(*) as heads from cast_mark m join roll_head h on h.id = m.head_id where m.vote_id = :vote group by h.area) v
				left join (select area, count(*) as papers from box_paper where vote_id = :vote group by area) p on p.area = v.area
				where v.heads > coalesce(p.papers, 0)""").param("vote", voteId).query(row -> {
			awaited.put(row.getLong(1), row.getInt(2));
		});
		return awaited;
	}

	private static String context(long voteId, int no, int reading) {
		return "urn:" + voteId + ":" + no + ":" + reading;
	}
}
