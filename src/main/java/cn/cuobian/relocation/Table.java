package cn.cuobian.relocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table as one database writes it: H2 keeps its names in capitals, PostgreSQL in small letters.
 *
 * @param stored its name there
 * @param columns stored name and type by the name in small letters, in their order
 */
record Table(String stored, Map<String, Column> columns) {

	/** Belong to a database and are not carried: its own history, and who is signed in. */
	static final Set<String> LEFT_BEHIND = Set.of("flyway_schema_history", "spring_session", "spring_session_attributes");

	private static final String COLUMNS = """
			select t.table_name, c.column_name, c.data_type
			from information_schema.tables t
			join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
			where t.table_schema = current_schema and t.table_type = 'BASE TABLE'
			order by t.table_name, c.ordinal_position""";

	/** @param type as the database calls it */
	record Column(String stored, String type) {
	}

	/** All tables that are carried, by name in small letters. */
	static Map<String, Table> of(JdbcClient db) {
		var tables = new TreeMap<String, Table>();
		db.sql(COLUMNS).query(row -> {
			var column = new Column(row.getString(2), row.getString(3));
			var stored = row.getString(1);
			tables.computeIfAbsent(small(stored), name -> new Table(stored, new LinkedHashMap<>())).columns().put(small(column.stored()), column);
		});
		tables.keySet().removeAll(LEFT_BEHIND);
		return tables;
	}

	long count(JdbcClient db) {
		return db.sql("select count(*) from " + quoted(stored)).query(Long.class).single();
	}

	boolean isEmpty(JdbcClient db) {
		return db.sql("select 1 from " + quoted(stored) + " fetch first 1 rows only").query(Integer.class).optional().isEmpty();
	}

	/** Reads the columns in the order of the names. */
	String select(Iterable<String> names) {
		return "select " + listed(names) + " from " + quoted(stored);
	}

	String insert(List<String> names) {
		return "insert into " + quoted(stored) + " (" + listed(names) + ") values (" + "?, ".repeat(names.size() - 1) + "?)";
	}

	static String quoted(String name) {
		return '"' + name + '"';
	}

	private String listed(Iterable<String> names) {
		var stored = new ArrayList<String>();
		names.forEach(name -> stored.add(quoted(columns.get(name).stored())));
		return stored.stream().collect(Collectors.joining(", "));
	}

	private static String small(String name) {
		return name.toLowerCase(Locale.ROOT);
	}
}
