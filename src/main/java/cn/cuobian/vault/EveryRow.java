package cn.cuobian.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads every row of every table of an H2 file. H2 keeps no sums over its pages: one that a disk has spoilt is noticed by whoever
 * comes to read it and by nobody before. PostgreSQL keeps such sums itself ({@code initdb --data-checksums}).
 */
@Component
class EveryRow {

	private final JdbcOperations db;

	EveryRow(JdbcOperations db) {
		this.db = db;
	}

	/**
	 * @return how many rows there are; empty with another database
	 * @throws org.springframework.dao.DataAccessException at the first that cannot be read
	 */
	OptionalLong read() {
		return db.execute((ConnectionCallback<OptionalLong>) connection -> connection.getMetaData().getURL().startsWith("jdbc:h2:")
				? OptionalLong.of(read(connection)) : OptionalLong.empty());
	}

	private static long read(Connection connection) throws SQLException {
		long rows = 0;
		for (var table : tables(connection)) {
			try (var statement = connection.createStatement(); var row = statement.executeQuery("select * from \"" + table + "\"")) {
				for (; row.next(); rows++) {
					read(row);
				}
			}
		}
		return rows;
	}

	private static List<String> tables(Connection connection) throws SQLException {
		var tables = new ArrayList<String>();
		try (var found = connection.getMetaData().getTables(null, connection.getSchema(), null, new String[] { "BASE TABLE" })) {
			while (found.next()) {
				tables.add(found.getString("TABLE_NAME"));
			}
		}
		return tables;
	}

	/** Long texts and files lie beside their rows. */
	private static void read(ResultSet row) throws SQLException {
		for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
			var value = row.getObject(column);
			if (value instanceof Blob file) {
				drain(file.getBinaryStream());
			} else if (value instanceof Clob text) {
				drain(text.getAsciiStream());
			}
		}
	}

	private static void drain(InputStream content) {
		try (content) {
			content.transferTo(OutputStream.nullOutputStream());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
