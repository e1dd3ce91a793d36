package cn.cuobian.elections;

import java.sql.SQLException;
import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** On PostgreSQL the database itself refuses to change or delete a line of an election's record; H2 has no triggers in SQL. */
@Component
class LogIsAppendOnly implements JavaMigration {

	private static final List<String> GUARDS = List.of("""
			create or replace function election_line_is_append_only() returns trigger language plpgsql as $body$
			begin
			  raise exception 'election_line is append-only';
			end $body$""", """
			create trigger election_line_is_append_only before update or delete on election_line
			for each row execute function election_line_is_append_only()""", """
			create trigger election_line_is_never_emptied before truncate on election_line
			for each statement execute function election_line_is_append_only()""");

	@Override
	public void migrate(Context context) throws SQLException {
		if (!context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			return;
		}
		try (var statement = context.getConnection().createStatement()) {
			for (var guard : GUARDS) {
				statement.execute(guard);
			}
		}
	}

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("55.9");
	}

	@Override
	public String getDescription() {
		return "record of elections is append only";
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
