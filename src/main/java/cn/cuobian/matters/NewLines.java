package cn.cuobian.matters;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.matters.TimelineChain.Link;
import cn.cuobian.nodes.AtCommit;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * Writes lines of records at their ends. The lock on the matter's row keeps two writers from taking the same place in the
 * chain; what one transaction adds is written together before it is committed.
 */
@Repository
class NewLines {

	private static final String INSERT = """
			insert into matter_event (matter_id, seq, at, kind, actor, on_behalf_of, payload, prev_hash, hash)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
	private static final int[] TYPES = { Types.BIGINT, Types.INTEGER, Types.TIMESTAMP, Types.VARCHAR, Types.BIGINT, Types.BIGINT,
			Types.VARCHAR, Types.VARCHAR, Types.VARCHAR };

	private final JdbcOperations db;
	private final AtCommit<Link> unwritten = new AtCommit<>(this::write);

	NewLines(JdbcOperations db) {
		this.db = db;
	}

	/** Where a record ends. */
	record End(int count, String hash) {

		private static End after(Link link) {
			return new End(link.seq(), link.hash());
		}
	}

	/** Nobody else moves it before the running transaction is over. */
	End lock(long matterId) {
		return unwritten.held().stream().filter(link -> link.matterId() == matterId).reduce((earlier, later) -> later).map(End::after)
				.orElseGet(() -> db.queryForObject("select timeline_count, timeline_head from matter where id = ? for update",
						(row, i) -> new End(row.getInt(1), row.getString(2)), matterId));
	}

	void add(Link link) {
		unwritten.add(List.of(link));
	}

	/** Before somebody reads the record in the same transaction. */
	void writeNow() {
		unwritten.writeNow();
	}

	private void write(List<Link> links) {
		List<Object[]> lines = new ArrayList<>();
		Map<Long, Object[]> ends = new LinkedHashMap<>();
		for (Link link : links) {
			lines.add(new Object[] { link.matterId(), link.seq(), Timestamp.from(link.at()), link.kind(), link.actor(), link.onBehalfOf(),
					link.payload(), link.previous(), link.hash() });
			ends.put(link.matterId(), new Object[] { link.seq(), link.hash(), link.matterId() });
		}
		db.batchUpdate(INSERT, lines, TYPES);
		db.batchUpdate("update matter set timeline_count = ?, timeline_head = ? where id = ?", List.copyOf(ends.values()));
	}
}
