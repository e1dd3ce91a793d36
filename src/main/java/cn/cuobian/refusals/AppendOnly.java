package cn.cuobian.refusals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The database itself refuses to change or delete what stands in a record: on PostgreSQL by this migration, on H2 by
 * {@link AppendOnlyOnH2}.
 */
public abstract class AppendOnly implements JavaMigration {

	private static final String REFUSE = """
			create or replace function is_append_only() returns trigger language plpgsql as $body$
			begin
			  raise exception '% is append-only', tg_table_name;
			end $body$""";
	private static final String GUARD_ROWS = "create trigger %1$s_is_append_only before %2$s on %1$s for each row execute function is_append_only()";
	private static final String GUARD_TABLE = "create trigger %1$s_is_never_emptied before truncate on %1$s for each statement"
			+ " execute function is_append_only()";

	private final String version;
	private final List<String> guards = new ArrayList<>(List.of(REFUSE));
	private final List<String> guardsOnH2 = new ArrayList<>();

	/** @param version of the migration, after the one that makes the tables */
	protected AppendOnly(String version, String... tables) {
		this.version = version;
		List.of(tables).forEach(table -> guard(table, "update or delete"));
	}

	/** The same for a table from which rows may be taken out, but in which none is changed. */
	protected final void guardRows(String table) {
		guard(table, "update");
	}

	private void guard(String table, String acts) {
		guards.add(GUARD_ROWS.formatted(table, acts));
		guards.add(GUARD_TABLE.formatted(table));
		guardsOnH2.add(AppendOnlyOnH2.guard(table, acts.replace(" or ", ", ")));
	}

	/** Statements that H2 is given at every change of them. */
	final List<String> guardsOnH2() {
		return List.copyOf(guardsOnH2);
	}

	@Override
	public void migrate(Context context) throws SQLException {
		if (!context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			return;
		}
		try (var statement = context.getConnection().createStatement()) {
			for (var guard : guards) {
				statement.execute(guard);
			}
		}
	}

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion(version);
	}

	@Override
	public String getDescription() {
		return getClass().getSimpleName();
	}

	@Override
	public Integer getChecksum() {
		return String.join("\n", guards).hashCode();
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}
}
