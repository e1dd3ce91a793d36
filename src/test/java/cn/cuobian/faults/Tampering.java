package cn.cuobian.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.LinkedCaseInsensitiveMap;

/**
 * Somebody works on the tables who owns them: no trigger and no foreign key is in his way. He acts at random, the same for the
 * same seed, and everything can be undone.
 */
final class Tampering {

	/** What he does to a table; each changes what it says. */
	enum Act {
		/** One value of one row. */
		CHANGED("changed"),
		DELETED("deleted"),
		/** A copy of a row, as the last of its record. */
		INSERTED("inserted"),
		/** Two rows of one record say what the other said. */
		SWAPPED("swapped"),
		/** The last rows of one record are gone. */
		CUT("tail cut"),
		/** The whole table is as it was at an earlier time. */
		PUT_BACK("put back"),
		/** One record is as it was at an earlier time, and the number of its lines and its last hash with it. */
		PUT_BACK_WITH_HEAD("put back with its lines"),
		/** The same, and the marks that were published since then are gone. */
		PUT_BACK_WITH_MARKS("put back with lines and head");

		final String words;

		Act(String words) {
			this.words = words;
		}
	}

	/** Columns in which the table itself allows only some words. */
	private static final Map<String, List<String>> WORDS = Map.of("box_entry.kind", List.of("CAST", "RECEIVED"), "roll_unit.used_as", List.of("DWELLING", "SHOP"));
	private static final long FAR = 1_000_000;
	private static final int FRESH_BYTES = 16;

	private final Connection connection;
	private final JdbcClient db;
	private final Random random;

	/** @param connection its own, for good: nobody else may work on the house meanwhile */
	Tampering(Connection connection, Random random) throws SQLException {
		this.connection = connection;
		this.db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		this.random = random;
		if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			db.sql("set session_replication_role = replica").update();
		} else {
			db.sql("select distinct trigger_name from information_schema.triggers").query(String.class).list().forEach(guard -> db.sql("drop trigger \"" + guard + '"').update());
			db.sql("set referential_integrity false").update();
		}
		connection.setAutoCommit(false);
	}

	/** What the tables say to him, before it is undone. */
	JdbcClient db() {
		return db;
	}

	/** @return what a check must say that finds it: names of records, with the first bad line */
	Collection<String> act(Act act, Kept kept) {
		return switch (act) {
			case CHANGED -> change(kept);
			case DELETED -> delete(kept);
			case INSERTED -> insert(kept);
			case SWAPPED -> swap(kept);
			case CUT -> cut(kept);
			case PUT_BACK -> putBack(kept);
			case PUT_BACK_WITH_HEAD -> kept.table().equals("matter") ? putBack("matter", "timeline_count", "timeline_head", "matter_event", "matter_id")
					: putBack("vote", "seq", "head_hash", "box_entry", "vote_id");
			case PUT_BACK_WITH_MARKS -> putBackWithMarks();
		};
	}

	void undo() throws SQLException {
		connection.rollback();
	}

	private List<String> change(Kept kept) {
		var row = any(kept);
		var columns = kept.read().stream().filter(column -> row.get(column) != null).toList();
		var column = columns.get(random.nextInt(columns.size()));
		set(kept, row, Map.of(column, another(kept.table() + '.' + column, row.get(column))));
		return List.of(name(row));
	}

	private List<String> delete(Kept kept) {
		var row = any(kept);
		update("delete from %s t where %s".formatted(kept.table(), is(kept)), key(kept, row));
		return List.of(name(row));
	}

	private List<String> insert(Kept kept) {
		var row = any(kept);
		var copy = new LinkedCaseInsensitiveMap<Object>();
		copy.putAll(row);
		copy.remove("name_");
		copy.remove("whole_");
		kept.fresh().forEach(column -> copy.put(column, fresh(kept, row, column)));
		update("insert into %s (%s) values (%s)".formatted(kept.table(), String.join(", ", copy.keySet()), String.join(", ", Collections.nCopies(copy.size(), "?"))),
				new ArrayList<>(copy.values()));
		return rows(kept, is(kept), key(kept, copy)).stream().map(Tampering::name).toList();
	}

	/** Behind all others of the record, or of the table. */
	private Object fresh(Kept kept, Map<String, Object> pattern, String column) {
		if (pattern.get(column) instanceof Number) {
			return column.equals("seq") ? db.sql("select max(seq) + 1 from %s t where %s = ?".formatted(kept.table(), kept.whole())).param(pattern.get("whole_")).query(Long.class).single()
					: db.sql("select max(%s) + %d from %s".formatted(column, FAR, kept.table())).query(Long.class).single();
		}
		var bytes = new byte[FRESH_BYTES];
		random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	private List<String> swap(Kept kept) {
		while (true) {
			var one = any(kept);
			var record = rows(kept, kept.whole() + " = ?", List.of(one.get("whole_")));
			var other = record.get(random.nextInt(record.size()));
			if (kept.read().stream().anyMatch(column -> !Objects.deepEquals(one.get(column), other.get(column)))) {
				set(kept, one, values(kept, other));
				set(kept, other, values(kept, one));
				return List.of(name(record.stream().filter(row -> key(kept, row).equals(key(kept, one)) || key(kept, row).equals(key(kept, other))).findFirst().orElseThrow()));
			}
		}
	}

	private List<String> cut(Kept kept) {
		var row = any(kept);
		var last = kept.key().get(kept.key().size() - 1);
		update("delete from %s t where %s = ? and t.%s >= ?".formatted(kept.table(), kept.whole(), last), List.of(row.get("whole_"), row.get(last)));
		return List.of(name(row));
	}

	private Collection<String> putBack(Kept kept) {
		var times = db.sql("select distinct t.%1$s from %2$s t order by t.%1$s".formatted(kept.time(), kept.table())).query((row, number) -> row.getTimestamp(1)).list();
		var time = times.get(random.nextInt(times.size() - 1));
		var first = new LinkedHashMap<Object, String>();
		rows(kept, "t." + kept.time() + " > ?", List.of(time)).forEach(row -> first.putIfAbsent(row.get("whole_"), name(row)));
		update("delete from %s t where t.%s > ?".formatted(kept.table(), kept.time()), List.of(time));
		return first.values();
	}

	private List<String> putBack(String heads, String count, String head, String lines, String of) {
		var row = any(Kept.of(heads));
		int to = 1 + random.nextInt(((Number) row.get(count)).intValue() - 1);
		var name = rows(Kept.of(lines), "t.%s = ? and t.seq = ?".formatted(of), List.of(row.get("id"), to + 1)).stream().map(Tampering::name).toList();
		update("delete from %s where %s = ? and seq > ?".formatted(lines, of), List.of(row.get("id"), to));
		update("update %s set %s = ?, %s = (select hash from %s where %s = ? and seq = ?) where id = ?".formatted(heads, count, head, lines, of),
				List.of(to, row.get("id"), to, row.get("id")));
		return name;
	}

	private List<String> putBackWithMarks() {
		var name = putBack("vote", "seq", "head_hash", "box_entry", "vote_id");
		update("delete from box_anchor where seq > (select v.seq from vote v where v.id = box_anchor.vote_id)", List.of());
		return name;
	}

	private Map<String, Object> any(Kept kept) {
		var keys = db.sql("select %s from %s t where %s order by %1$s".formatted(String.join(", ", kept.key()), kept.table(), kept.rows())).query().listOfRows();
		return rows(kept, is(kept), key(kept, keys.get(random.nextInt(keys.size())))).get(0);
	}

	private List<Map<String, Object>> rows(Kept kept, String which, List<Object> parameters) {
		return db.sql("select t.*, %s as name_, %s as whole_ from %s t where %s order by %s".formatted(kept.name(), kept.whole(), kept.table(), which,
				kept.key().stream().map(column -> "t." + column).collect(Collectors.joining(", ")))).params(parameters).query().listOfRows();
	}

	private void set(Kept kept, Map<String, Object> row, Map<String, Object> values) {
		var parameters = new ArrayList<>(values.values());
		parameters.addAll(key(kept, row));
		update("update %s t set %s where %s".formatted(kept.table(), values.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", ")), is(kept)), parameters);
	}

	private void update(String sql, List<Object> parameters) {
		if (db.sql(sql).params(parameters).update() == 0) {
			throw new IllegalStateException("nothing was done: " + sql + " " + parameters);
		}
	}

	private static String is(Kept kept) {
		return kept.key().stream().map(column -> "t." + column + " = ?").collect(Collectors.joining(" and "));
	}

	private static List<Object> key(Kept kept, Map<String, Object> row) {
		return kept.key().stream().map(row::get).toList();
	}

	private static Map<String, Object> values(Kept kept, Map<String, Object> row) {
		var values = new LinkedHashMap<String, Object>();
		kept.read().forEach(column -> values.put(column, row.get(column)));
		return values;
	}

	private static String name(Map<String, Object> row) {
		return String.valueOf(row.get("name_"));
	}

	private Object another(String column, Object value) {
		if (WORDS.containsKey(column)) {
			return WORDS.get(column).stream().filter(word -> !word.equals(value)).findFirst().orElseThrow();
		}
		if (value instanceof Boolean yes) {
			return !yes;
		}
		if (value instanceof Number number) {
			return number.longValue() + FAR + random.nextInt(1000);
		}
		if (value instanceof byte[] bytes) {
			var changed = bytes.clone();
			changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
			return changed;
		}
		if (value instanceof Timestamp time) {
			return new Timestamp(time.getTime() + 1 + random.nextInt(100_000));
		}
		if (value instanceof OffsetDateTime time) {
			return time.plusNanos((1 + random.nextInt(100_000)) * 1_000_000L);
		}
		var text = new StringBuilder((String) value);
		int at = random.nextInt(text.length());
		text.setCharAt(at, text.charAt(at) == '~' ? '!' : '~');
		return text.toString();
	}
}
