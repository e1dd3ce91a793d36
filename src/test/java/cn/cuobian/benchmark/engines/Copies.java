package cn.cuobian.benchmark.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Copies one open matter many times within the database, in every table that has a row of it: whoever's tables they are.
 * Ids of ours are recognised by their size, for each sequence begins at {@link #FIRST_ID} or {@link #OF_A_SEQUENCE} later than the one before
 * it, so that no two rows of different tables have the same; ids of engines are UUIDs.
 */
final class Copies {

	/** Ids of rows made before, of people and places, lie below. */
	private static final long FIRST_ID = 1_000_000_000L;
	private static final long OF_A_SEQUENCE = 100_000_000L;
	private static final long APART = 1_000;
	/** Each lot of copies lies in a range of its own, which no sequence comes to. */
	private static final long OF_A_LOT = 1_000_000_000_000L;
	private static final int NUMBERS_OF_A_LOT = 1_000_000;
	private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
	private static final Pattern SUBJECT = Pattern.compile("matter:(\\d{10})");
	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
	private static final Pattern NUMBER = Pattern.compile("[A-Z]+-\\d{4}-\\d{6,7}");
	private static final Pattern OF_A_DRAWING = Pattern.compile("deployment_id_|.*def.*id_|tenant_id_|.*cfg_");

	private final String url;
	private final int lot;

	/** @param lot from 1 on, another one for each time that copies are made in one database */
	Copies(String url, int lot) {
		this.url = url;
		this.lot = lot;
	}

	private Connection open() throws SQLException {
		Connection db = DriverManager.getConnection(url, "postgres", "postgres");
		try (var session = db.createStatement()) {
			session.execute("set session_replication_role = replica"); // the copies are whole: no check of each reference
		}
		return db;
	}

	/** Before the matter that is to be copied is reported. */
	void prepare() throws SQLException {
		try (var db = open(); var statement = db.createStatement()) {
			var sequences = new ArrayList<String>();
			try (var found = statement.executeQuery("select sequencename from pg_sequences where sequencename not like '%number%' and coalesce(last_value, 0) < " + FIRST_ID)) {
				while (found.next()) {
					sequences.add(found.getString(1));
				}
			}
			for (int i = 0; i < sequences.size(); i++) {
				statement.execute("alter sequence " + sequences.get(i) + " restart with " + (FIRST_ID + i * OF_A_SEQUENCE) + " cache 1");
			}
		}
	}

	/**
	 * @param of the values by which its rows are first found
	 * @return how many rows one matter has
	 */
	int make(int copies, Set<String> of) throws SQLException {
		try (var db = open()) {
			Map<String, Map<String, String>> rows = rows(db, new HashSet<>(of));
			try (var statement = db.createStatement()) {
				for (String insert : rows.values().stream().flatMap(each -> each.values().stream()).toList()) {
					statement.executeUpdate(insert.replace(":copies", String.valueOf(copies)));
				}
				statement.execute("analyze");
			}
			return rows.values().stream().mapToInt(Map::size).sum();
		}
	}

	/**
	 * Makes functions {@code floor_1(n)} and on that write the n-th copy of these rows and nothing else: what hand-written
	 * SQL would do for the acts of a matter, in one round trip each.
	 *
	 * @param acts over how many functions the rows are spread
	 */
	void makeFloor(int acts, Set<String> of) throws SQLException {
		try (var db = open(); var statement = db.createStatement()) {
			var inserts = rows(db, new HashSet<>(of)).values().stream().flatMap(each -> each.values().stream())
					.map(insert -> insert.replace("generate_series(1, :copies) as g(n)", "(select copy as n) as g")).toList();
			for (int act = 0; act < acts; act++) {
				int share = act;
				var body = IntStream.range(0, inserts.size()).filter(i -> i % acts == share).mapToObj(inserts::get).collect(Collectors.joining(";\n"));
				statement.execute("create function floor_" + (act + 1) + "(copy bigint) returns void language plpgsql as $$ begin " + body + "; end $$");
			}
		}
	}

	/** Follows ids from row to row: the statement that copies each row, by table and place of the row. */
	private Map<String, Map<String, String>> rows(Connection db, Set<String> known) throws SQLException {
		var rows = new LinkedHashMap<String, Map<String, String>>();
		int before;
		do {
			before = known.size();
			for (var table : columns(db).entrySet()) {
				collect(db, table.getKey(), table.getValue(), known, rows.computeIfAbsent(table.getKey(), name -> new LinkedHashMap<>()));
			}
		} while (known.size() > before);
		return rows;
	}

	private static Map<String, List<String>> columns(Connection db) throws SQLException {
		var columns = new LinkedHashMap<String, List<String>>();
		try (var statement = db.createStatement(); var found = statement.executeQuery("""
				select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
				where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'act_re%' and c.table_name not like 'act_ge%'
				  and c.is_generated = 'NEVER' order by c.table_name, c.ordinal_position""")) {
			while (found.next()) {
				columns.computeIfAbsent(found.getString(1), name -> new ArrayList<>()).add(found.getString(2));
			}
		}
		return columns;
	}

	private void collect(Connection db, String table, List<String> columns, Set<String> known, Map<String, String> rows) throws SQLException {
		var ids = columns.stream().filter(column -> !OF_A_DRAWING.matcher(column).matches()).toList();
		var any = String.join(" or ", ids.stream().map(column -> "cast(" + column + " as text) = any(?)").toList());
		try (var select = db.prepareStatement("select ctid, * from " + table + " where " + any)) {
			for (int i = 1; i <= ids.size(); i++) {
				select.setArray(i, db.createArrayOf("text", known.toArray()));
			}
			try (var row = select.executeQuery()) {
				while (row.next()) {
					rows.put(row.getString("ctid"), insert(table, columns, row, known));
				}
			}
		}
	}

	private String insert(String table, List<String> columns, ResultSet row, Set<String> known) throws SQLException {
		var values = new ArrayList<String>();
		for (String column : columns) {
			values.add(OF_A_DRAWING.matcher(column).matches() ? "t." + column : value(column, row.getString(column), known));
		}
		return "insert into " + table + " (" + String.join(", ", columns) + ") overriding system value select " + String.join(", ", values)
				+ " from " + table + " t, generate_series(1, :copies) as g(n) where t.ctid = '" + row.getString("ctid") + "'";
	}

	private String value(String column, String value, Set<String> known) {
		String own = "t." + column;
		if (value == null) {
			return own;
		}
		var uuid = UUID.matcher(value);
		if (uuid.find()) {
			known.add(uuid.group());
			int node = Integer.parseInt(uuid.group().substring(24, 29), 16); // no copy has that of the machine itself
			return "regexp_replace(" + own + ", '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-)[0-9a-f]{5}', '\\1' || lpad(to_hex(" + node + " # n), 5, '0'))";
		}
		var subject = SUBJECT.matcher(value);
		if (subject.find()) {
			known.add(subject.group());
			return "replace(" + own + ", '" + subject.group(1) + "', cast(" + moved(subject.group(1)) + " as text))";
		}
		if (value.matches("[1-9]\\d{9}")) {
			known.add(value);
			return column.matches("text.*") ? "cast(" + moved(value) + " as text)" : moved(value);
		}
		if (NUMBER.matcher(value).matches()) {
			return "'" + value.replaceAll("\\d+$", "") + "' || (" + (4 + lot) * NUMBERS_OF_A_LOT + " + n)";
		}
		return HASH.matcher(value).matches() ? "md5(" + own + " || n) || md5(n || " + own + ")" : own;
	}

	private String moved(String id) {
		return id + " + " + (lot * OF_A_LOT) + " + n * " + APART;
	}
}
