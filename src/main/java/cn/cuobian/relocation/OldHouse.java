package cn.cuobian.relocation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The H2 file, opened so that nothing can be written to it. No server may have it open, and none gets in meanwhile. */
final class OldHouse implements AutoCloseable {

	private static final String ENDING = ".mv.db";
	private static final int IN_USE = 90020;
	private static final int WRONG_PASSWORD = 28000;

	private final Connection connection;

	private OldHouse(Connection connection) {
		this.connection = connection;
	}

	/** @param file with or without {@code .mv.db} */
	static boolean isThere(String file) {
		return !file.isBlank() && Files.isReadable(Path.of(bare(file) + ENDING));
	}

	/** @throws Hindrance that names why it does not open */
	static OldHouse open(String file, String user, String password) {
		// rows are read as they come: a result that is put aside first would be put aside in memory, as nothing is written
		var url = "jdbc:h2:file:" + Path.of(bare(file)).toAbsolutePath() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=1";
		try {
			return new OldHouse(DriverManager.getConnection(url, user, password));
		} catch (SQLException e) {
			throw switch (e.getErrorCode()) {
				case IN_USE -> new Hindrance("source-in-use", file);
				case WRONG_PASSWORD -> new Hindrance("source-password", user);
				default -> new Hindrance("source-unreadable", file, e.getMessage());
			};
		}
	}

	Connection connection() {
		return connection;
	}

	JdbcClient db() {
		return JdbcClient.create(new SingleConnectionDataSource(connection, true));
	}

	/** Checksums of the migrations it went through, by version or, where one is repeated, by description. */
	Map<String, Integer> migrations() {
		var passed = new TreeMap<String, Integer>();
		db().sql("""
				select "version", "description", "checksum" from "flyway_schema_history"
				where "success" and "type" in ('SQL', 'JDBC') order by "installed_rank\"""").query(row -> {
			passed.put(row.getString(1) == null ? row.getString(2) : row.getString(1), row.getInt(3));
		});
		return passed;
	}

	/** The next number of each sequence, by its name in small letters. */
	Map<String, Long> sequences() {
		var next = new HashMap<String, Long>();
		db().sql("select lower(sequence_name), base_value from information_schema.sequences where sequence_schema = current_schema")
				.query(row -> { next.put(row.getString(1), row.getLong(2)); });
		return next;
	}

	/** The next number of each column that counts by itself, by {@code table.column}. */
	Map<String, Long> identities() {
		var next = new HashMap<String, Long>();
		db().sql("""
				select lower(table_name || '.' || column_name), identity_base from information_schema.columns
				where table_schema = current_schema and is_identity = 'YES'""").query(row -> { next.put(row.getString(1), row.getLong(2)); });
		return next;
	}

	@Override
	public void close() {
		try {
			connection.close();
		} catch (SQLException e) {
			throw new IllegalStateException("The file was only read, and yet does not close", e);
		}
	}

	private static String bare(String file) {
		return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
	}
}
