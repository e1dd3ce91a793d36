package cn.cuobian.relocation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The foreign keys of the target: asked at the end instead of at every row, within one transaction. */
record References(Connection connection, List<Reference> all) {

	private static final String FOREIGN_KEYS = """
			select r.relname, c.conname from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
			where c.contype = 'f' and not c.condeferrable and n.nspname = current_schema order by r.relname, c.conname""";

	record Reference(String table, String name) {

		String alter(String how) {
			return "alter table " + Table.quoted(table) + " alter constraint " + Table.quoted(name) + ' ' + how;
		}
	}

	static References of(Connection connection) {
		return new References(connection, Proving.on(connection).sql(FOREIGN_KEYS)
				.query((row, number) -> new Reference(row.getString(1), row.getString(2))).list());
	}

	/** From here on rows may refer to what is not there yet. */
	void defer() throws SQLException {
		for (var reference : all) {
			Carrier.execute(connection, reference.alter("deferrable initially deferred"));
		}
	}

	/** All that was deferred is checked now, and every later row at once as before. */
	void check() throws SQLException {
		Carrier.execute(connection, "set constraints all immediate");
		for (var reference : all) {
			Carrier.execute(connection, reference.alter("not deferrable"));
		}
	}
}
