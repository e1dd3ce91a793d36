package cn.cuobian.twin;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The whole database as it was at a moment, to go back to within milliseconds: all lies in memory. */
@ForTwin
@Component
class Snapshot {

	private final JdbcClient db;

	Snapshot(JdbcClient db) {
		this.db = db;
	}

	/** Keeps all rows under this name, in the place of what was kept under it before. */
	void keep(String name) {
		db.sql("drop schema if exists " + name + " cascade").update();
		db.sql("create schema " + name).update();
		tables().stream().filter(this::hasRows).forEach(table ->
				db.sql("create table %s.\"%s\" as select * from public.\"%s\"".formatted(name, table, table)).update());
	}

	/** Makes all rows those that were kept; sequences go on. */
	void back(String name) {
		List<String> kept = tables(name.toUpperCase(java.util.Locale.ROOT));
		db.sql("set referential_integrity false").update();
		for (String table : tables()) {
			boolean filled = kept.contains(table);
			if (filled || hasRows(table)) {
				db.sql("truncate table public.\"" + table + "\"").update();
			}
			if (filled) {
				db.sql("insert into public.\"%s\" select * from %s.\"%s\"".formatted(table, name, table)).update();
			}
		}
		db.sql("set referential_integrity true").update();
	}

	private boolean hasRows(String table) {
		return db.sql("select 1 from public.\"" + table + "\" fetch first 1 rows only").query(Integer.class).optional().isPresent();
	}

	private List<String> tables() {
		return tables("PUBLIC");
	}

	private List<String> tables(String schema) {
		return db.sql("select table_name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'")
				.param(schema).query(String.class).list();
	}
}
