package cn.cuobian.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.clocks.ClockEntry.Kind;
import cn.cuobian.nodes.AtCommit;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Repository;

/** The table {@code clock_entry}: added to, never changed. */
@Repository
class ClockEntries {

	private static final String INSERT = """
			insert into clock_entry (id, clock_id, kind, at, effective, amount, by_person, approved_by, reason, words,
			  evidence, due_before, due_after)
			values (nextval('clock_entry_seq'), :clock, :kind, :at, :effective, :amount, :by, :approvedBy, :reason, :words,
			  :evidence, :dueBefore, :dueAfter)""";

	private static final String SELECT = "select clock_id, kind, at, effective, amount, by_person, approved_by, reason,"
			+ " words, evidence, due_before, due_after from clock_entry where ";

	private final NamedParameterJdbcOperations jdbc;
	private final AtCommit<ClockEntry> unwritten = new AtCommit<>(this::write);

	ClockEntries(NamedParameterJdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	/** Written before the commit, or when somebody reads entries in the same transaction. */
	void add(ClockEntry entry) {
		unwritten.add(List.of(entry));
	}

	void addAll(Collection<ClockEntry> entries) {
		unwritten.add(entries);
	}

	private void write(List<ClockEntry> entries) {
		jdbc.batchUpdate(INSERT, entries.stream().map(ClockEntries::parameters).toArray(MapSqlParameterSource[]::new));
	}

	/** In the order in which they were written. */
	List<ClockEntry> of(long clockId) {
		unwritten.writeNow();
		return jdbc.query(SELECT + "clock_id = :id order by id", Map.of("id", clockId), ClockEntries::entry);
	}

	/** The closed pauses of each clock that has any. */
	Map<Long, Pauses> pauses(Collection<Long> clockIds) {
		var pauses = new HashMap<Long, Pauses>();
		if (!clockIds.isEmpty()) {
			unwritten.writeNow();
			var begun = new HashMap<Long, Instant>();
			jdbc.query(SELECT + "clock_id in (:ids) and kind in ('PAUSED', 'RESUMED') order by id", Map.of("ids", clockIds),
					ClockEntries::entry).forEach(entry -> fold(entry, begun, pauses));
		}
		return pauses;
	}

	private static void fold(ClockEntry entry, Map<Long, Instant> begun, Map<Long, Pauses> pauses) {
		if (entry.kind() == Kind.PAUSED) {
			begun.put(entry.clockId(), entry.effective());
		} else {
			pauses.merge(entry.clockId(), Pauses.NONE.and(begun.get(entry.clockId()), entry.effective()), Pauses::and);
		}
	}

	private static MapSqlParameterSource parameters(ClockEntry entry) {
		return new MapSqlParameterSource("clock", entry.clockId()).addValue("kind", entry.kind().name())
				.addValue("at", Timestamp.from(entry.at())).addValue("effective", Timestamp.from(entry.effective()))
				.addValue("amount", entry.amount(), Types.INTEGER).addValue("by", entry.by(), Types.BIGINT)
				.addValue("approvedBy", entry.approvedBy(), Types.BIGINT).addValue("reason", entry.reason(), Types.VARCHAR)
				.addValue("words", entry.words(), Types.VARCHAR).addValue("evidence", entry.evidence(), Types.VARCHAR)
				.addValue("dueBefore", timestamp(entry.dueBefore()), Types.TIMESTAMP)
				.addValue("dueAfter", timestamp(entry.dueAfter()), Types.TIMESTAMP);
	}

	private static ClockEntry entry(ResultSet rs, int n) throws SQLException {
		return new ClockEntry(rs.getLong("clock_id"), Kind.valueOf(rs.getString("kind")), rs.getTimestamp("at").toInstant(),
				rs.getTimestamp("effective").toInstant(), rs.getObject("amount", Integer.class),
				rs.getObject("by_person", Long.class), rs.getObject("approved_by", Long.class), rs.getString("reason"),
				rs.getString("words"), rs.getString("evidence"), instant(rs.getTimestamp("due_before")),
				instant(rs.getTimestamp("due_after")));
	}

	private static Timestamp timestamp(Instant instant) {
		return instant == null ? null : Timestamp.from(instant);
	}

	private static Instant instant(Timestamp timestamp) {
		return timestamp == null ? null : timestamp.toInstant();
	}
}
