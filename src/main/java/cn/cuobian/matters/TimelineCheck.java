package cn.cuobian.matters;

import java.util.ArrayList;
import java.util.List;

import cn.cuobian.matters.TimelineChain.Link;
import cn.cuobian.vault.Proof;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads every record again and finds the lines that somebody changed, moved or took away.
 */
@Component
class TimelineCheck implements Proof {

	private static final int BATCH = 500;

	/** @param seq the first line that is not what was written */
	record Broken(String number, int seq) {
	}

	record Report(long matters, List<Broken> broken) {
	}

	private record Kept(long id, String number, int count, String head) {
	}

	@Override
	public String name() {
		return "timelines";
	}

	@Override
	public Result read(JdbcClient db) {
		Report report = all(db);
		return new Result(report.matters(), report.broken().stream().map(each -> each.number() + ": " + each.seq()).toList());
	}

	Report all(JdbcClient db) {
		long matters = 0;
		List<Broken> broken = new ArrayList<>();
		for (List<Kept> batch = after(db, 0); !batch.isEmpty(); batch = after(db, batch.get(batch.size() - 1).id())) {
			matters += batch.size();
			for (Kept kept : batch) {
				List<Link> links = links(db, kept.id());
				int bad = TimelineChain.firstBad(links, kept.count(), kept.head());
				if (bad > 0) {
					broken.add(new Broken(kept.number(), bad));
				}
			}
		}
		return new Report(matters, broken);
	}

	private static List<Kept> after(JdbcClient db, long id) {
		return db.sql("select id, number, timeline_count, timeline_head from matter where id > ? order by id fetch first "
				+ BATCH + " rows only").param(id)
				.query((row, i) -> new Kept(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4))).list();
	}

	private static List<Link> links(JdbcClient db, long matterId) {
		return db.sql("""
				select matter_id, seq, at, kind, actor, on_behalf_of, payload, prev_hash, hash from matter_event
				where matter_id = ? order by seq""").param(matterId)
				.query((row, i) -> new Link(row.getLong(1), row.getInt(2), row.getTimestamp(3).toInstant(), row.getString(4),
						row.getObject(5, Long.class), row.getObject(6, Long.class), row.getString(7), row.getString(8), row.getString(9)))
				.list();
	}
}
