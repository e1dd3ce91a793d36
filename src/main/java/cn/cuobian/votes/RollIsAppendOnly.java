package cn.cuobian.votes;

import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** On PostgreSQL the database itself refuses to change or delete a line of a roll's record. H2 has no triggers in SQL. */
@Component
class RollIsAppendOnly implements JavaMigration {

	private static final String REFUSE = """
			create or replace function roll_change_is_append_only() returns trigger language plpgsql as $body$
			begin
			  raise exception 'roll_change is append-only';
			end $body$""";

	private static final String GUARD_ROWS = """
			create trigger roll_change_is_append_only before update or delete on roll_change
			for each row execute function roll_change_is_append_only()""";

	private static final String GUARD_TABLE = """
			create trigger roll_change_is_never_emptied before truncate on roll_change
			for each statement execute function roll_change_is_append_only()""";

	@Override
	public void migrate(Context context) throws SQLException {
		if (!context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			return;
		}
		try (Statement statement = context.getConnection().createStatement()) {
			statement.execute(REFUSE);
			statement.execute(GUARD_ROWS);
			statement.execute(GUARD_TABLE);
		}
	}

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("46.11");
	}

	@Override
	public String getDescription() {
		return "record of rolls is append only";
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
