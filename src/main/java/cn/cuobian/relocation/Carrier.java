package cn.cuobian.relocation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries the rows of every table, in the transaction of the connection it is given. The guards of the append-only tables
 * stay as they are: they refuse to change and to delete, and here rows are only added. References are checked when
 * all is in, for no order of the tables suits rows that refer to each other.
 */
class Carrier {

	private static final int BATCH = 500;

	/** @return rows carried, by table */
	Map<String, Long> carry(OldHouse from, Connection to) throws SQLException {
		var target = Table.of(Proving.on(to));
		var source = Table.of(from.db());
		requireSame(source, target);
		var references = References.of(to);
		references.defer();
		for (var furnished : NewHouse.FURNISHED) {
			execute(to, "delete from " + Table.quoted(furnished));
		}
		var carried = new TreeMap<String, Long>();
		for (var table : target.entrySet()) {
			carried.put(table.getKey(), carry(from.connection(), source.get(table.getKey()), to, table.getValue()));
		}
		references.check();
		new Counters(Proving.on(to)).goOn(from);
		return carried;
	}

	/** The same tables with the same columns, or the two come from different programs. */
	private static void requireSame(Map<String, Table> source, Map<String, Table> target) {
		if (!source.keySet().equals(target.keySet())) {
			throw new Hindrance("tables-differ", source.keySet() + " / " + target.keySet());
		}
		target.forEach((name, table) -> {
			if (!table.columns().keySet().equals(source.get(name).columns().keySet())) {
				throw new Hindrance("tables-differ", name + " " + source.get(name).columns().keySet() + " / " + table.columns().keySet());
			}
		});
	}

	private static long carry(Connection from, Table source, Connection to, Table target) throws SQLException {
		var names = List.copyOf(target.columns().keySet());
		var cells = names.stream().map(name -> Cell.of(target.columns().get(name).type())).toList();
		// bytes are handed through one row at a time, for a batch would be kept in memory whole
		int batch = cells.contains(Cell.BYTES) ? 1 : BATCH;
		try (var reading = from.createStatement(); var rows = reading.executeQuery(source.select(names));
				var writing = to.prepareStatement(target.insert(names))) {
			long carried = 0;
			while (rows.next()) {
				fill(writing, rows, cells);
				writing.addBatch();
				if (++carried % batch == 0) {
					writing.executeBatch();
				}
			}
			writing.executeBatch();
			return carried;
		} catch (SQLException e) {
			throw new Hindrance("row-refused", target.stored(), e.getMessage());
		}
	}

	private static void fill(PreparedStatement writing, ResultSet row, List<Cell> cells) throws SQLException {
		for (int column = 1; column <= cells.size(); column++) {
			cells.get(column - 1).carry(row, writing, column);
		}
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** Where the counts of the two houses differ: nowhere, unless rows were lost. */
	static List<String> differing(OldHouse from, JdbcClient to) {
		var source = Table.of(from.db());
		return Table.of(to).entrySet().stream().filter(table -> table.getValue().count(to) != source.get(table.getKey()).count(from.db()))
				.map(Map.Entry::getKey).toList();
	}
}
