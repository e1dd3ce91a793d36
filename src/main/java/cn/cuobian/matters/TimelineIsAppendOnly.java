package cn.cuobian.matters;

import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * On PostgreSQL the database itself refuses to change or delete a line of a record. H2 has no triggers in SQL: there
 * the hash chain shows the change, and nothing prevents it.
 */
@Component
class TimelineIsAppendOnly implements JavaMigration {

	private static final String REFUSE = """
			create or replace function matter_event_is_append_only() returns trigger language plpgsql as $body$
			begin
			  raise exception 'matter_event is append-only';
			end $body$""";

	private static final String GUARD_ROWS = """
			create trigger matter_event_is_append_only before update or delete on matter_event
			for each row execute function matter_event_is_append_only()""";

	private static final String GUARD_TABLE = """
			create trigger matter_event_is_never_emptied before truncate on matter_event
			for each statement execute function matter_event_is_append_only()""";

	@Override
	public void migrate(Context context) throws SQLException {
		boolean postgres = context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL");
		if (!postgres) {
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
		return MigrationVersion.fromVersion("50.3");
	}

	@Override
	public String getDescription() {
		return "timeline is append only";
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
