package cn.cuobian.votes;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * On PostgreSQL the database itself refuses to change or delete a line of the box, an anchor or a secret paper. H2 has no
 * triggers in SQL: there only this room writes the tables, and the chain shows every change.
 */
@Component
class BoxIsAppendOnly implements JavaMigration {

	private static final String REFUSE = """
			create or replace function box_is_append_only() returns trigger language plpgsql as $body$
			begin
			  raise exception '% is append-only', tg_table_name;
			end $body$""";

	private static final String GUARD_ROWS = "create trigger %1$s_is_append_only before %2$s on %1$s for each row"
			+ " execute function box_is_append_only()";

	private static final String GUARD_TABLE = "create trigger %1$s_is_never_emptied before truncate on %1$s for each statement"
			+ " execute function box_is_append_only()";

	/** A secret paper may be taken out: at the close all are shuffled and laid back. */
	private static final List<String> GUARDS = List.of(REFUSE, GUARD_ROWS.formatted("box_entry", "update or delete"),
			GUARD_TABLE.formatted("box_entry"), GUARD_ROWS.formatted("box_anchor", "update or delete"),
			GUARD_TABLE.formatted("box_anchor"), GUARD_ROWS.formatted("box_paper", "update"), GUARD_TABLE.formatted("box_paper"));

	@Override
	public void migrate(Context context) throws SQLException {
		if (!context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			return;
		}
		try (Statement statement = context.getConnection().createStatement()) {
			for (String sql : GUARDS) {
				statement.execute(sql);
			}
		}
	}

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("46.29");
	}

	@Override
	public String getDescription() {
		return "box is append only";
	}

	@Override
	public Integer getChecksum() {
		return String.join("\n", GUARDS).hashCode();
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}
}
