package cn.cuobian.relocation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import cn.cuobian.engine.EngineTables;

/** The PostgreSQL database that the settings name. */
class NewHouse {

	/** What migrations and the engine write into a house in which nobody lives yet. It is replaced by what is carried in. */
	static final Set<String> FURNISHED = Set.of("act_ge_property", "act_ge_schema_log", "calendar_edition", "design_turn", "matter_consent",
			"matter_kind", "place_edition", "post");

	/** Migrations that stand in the program; the history also has lines about itself. */
	private static final Set<String> WRITTEN = Set.of("SQL", "JDBC");

	private final DataSource database;
	private final Flyway flyway;
	private final EngineTables engine;
	private final PlatformTransactionManager transactions;

	NewHouse(DataSource database, Flyway flyway, EngineTables engine, PlatformTransactionManager transactions) {
		this.database = database;
		this.flyway = flyway;
		this.engine = engine;
		this.transactions = transactions;
	}

	/** @throws Hindrance if it cannot be reached or is no PostgreSQL */
	void require() {
		try (var connection = database.getConnection()) {
			var product = connection.getMetaData().getDatabaseProductName();
			if (!product.equals("PostgreSQL")) {
				throw new Hindrance("target-no-postgresql", product);
			}
		} catch (SQLException e) {
			throw new Hindrance("target-unreachable", e.getMessage());
		}
	}

	/** Tables with something in it that a new database does not hold, by name. */
	List<String> inhabited() {
		return inhabited(JdbcClient.create(database));
	}

	static List<String> inhabited(JdbcClient db) {
		var inhabited = new ArrayList<String>();
		Table.of(db).forEach((name, table) -> {
			if (!FURNISHED.contains(name) && !table.isEmpty(db)) {
				inhabited.add(name);
			}
		});
		return inhabited;
	}

	/** Checksums of the migrations that this program knows, as {@link OldHouse#migrations}. */
	Map<String, Integer> migrations() {
		var known = new TreeMap<String, Integer>();
		for (var migration : flyway.info().all()) {
			if (WRITTEN.contains(migration.getType().name())) {
				known.put(migration.getVersion() == null ? migration.getDescription() : migration.getVersion().toString(), migration.getChecksum());
			}
		}
		return known;
	}

	/** Makes all tables, as the first start would. */
	void furnish() {
		flyway.migrate();
		engine.make(database, transactions);
	}

	Connection connect() throws SQLException {
		return database.getConnection();
	}
}
