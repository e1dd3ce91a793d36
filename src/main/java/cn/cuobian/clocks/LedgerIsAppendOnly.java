package cn.cuobian.clocks;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * On PostgreSQL the database itself refuses to change or delete an entry of the ledger. H2 has no triggers in SQL: there
 * only this room writes the table, and it has no statement that changes one.
 */
@Component
class LedgerIsAppendOnly implements JavaMigration {

	private static final String REFUSE = """
			create or replace function clock_entry_is_append_only() returns trigger language plpgsql as $body$
			begin
			  raise exception 'clock_entry is append-only';
			end $body$""";

	private static final String GUARD_ROWS = """
			create trigger clock_entry_is_append_only before update or delete on clock_entry
			for each row execute function clock_entry_is_append_only()""";

	private static final String GUARD_TABLE = """
			create trigger clock_entry_is_never_emptied before truncate on clock_entry
			for each statement execute function clock_entry_is_append_only()""";

	@Override
	public void migrate(Context context) throws SQLException {
		if (!context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			return;
		}
		try (Statement statement = context.getConnection().createStatement()) {
			for (String sql : List.of(REFUSE, GUARD_ROWS, GUARD_TABLE)) {
				statement.execute(sql);
			}
		}
	}

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("30.9");
	}

	@Override
	public String getDescription() {
		return "ledger of clocks is append only";
	}

	@Override
	public Integer getChecksum() {
		return (REFUSE + GUARD_ROWS + GUARD_TABLE).hashCode();
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}
}
