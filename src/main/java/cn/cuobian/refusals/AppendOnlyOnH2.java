package cn.cuobian.refusals;

import java.sql.SQLException;
import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Gives the tables of every {@link AppendOnly} record the same guard on H2. Repeatable, because H2 databases that are older
 * than it have passed the versions of those migrations; it comes after all tables are made. To empty a table at a stroke
 * ({@code truncate}) H2 asks no trigger: that needs the rights of an owner of the database, who could drop it as well.
 */
@Component
class AppendOnlyOnH2 implements JavaMigration {

	private final List<String> guards;

	AppendOnlyOnH2(List<AppendOnly> records) {
		this.guards = records.stream().flatMap(each -> each.guardsOnH2().stream()).sorted().toList();
	}

	/** @param acts that are refused, such as {@code update, delete} */
	static String guard(String table, String acts) {
		return "create trigger if not exists %1$s_is_append_only before %2$s on %1$s for each row call '%3$s'".formatted(table, acts,
				RefusesToRewrite.class.getName());
	}

	@Override
	public void migrate(Context context) throws SQLException {
		if (!context.getConnection().getMetaData().getDatabaseProductName().equals("H2")) {
			return;
		}
		try (var statement = context.getConnection().createStatement()) {
			for (var guard : guards) {
				statement.execute(guard);
			}
		}
	}

	/** None: repeatable. */
	@Override
	public MigrationVersion getVersion() {
		return null;
	}

	@Override
	public String getDescription() {
		return "records are append-only on H2";
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
