package cn.cuobian;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every column of every table, the engine's too; in binary ones as UTF-8 and as UTF-16. */
public final class EveryTable {

	private EveryTable() {
	}

	/** Lower-case names of all tables of ours and of the engine. */
	public static List<String> names(JdbcClient db) {
		return stored(db).map(String::toLowerCase).toList();
	}

	/** The places where one of the words stands, as {@code table.column}. */
	public static List<String> holding(JdbcClient db, String... words) {
		return stored(db).flatMap(table -> db.sql("select * from \"" + table + "\"").query().listOfRows().stream()
				.flatMap(row -> holding(row, words)).map(column -> (table + "." + column).toLowerCase()).distinct()).toList();
	}

	private static Stream<String> stored(JdbcClient db) {
		return db.sql("""
				select table_name from information_schema.tables
				where lower(table_schema) = 'public' and table_type = 'BASE TABLE'""").query(String.class).list().stream();
	}

	private static Stream<String> holding(Map<String, Object> row, String... words) {
		return row.entrySet().stream().filter(cell -> texts(cell.getValue()).anyMatch(text -> Stream.of(words).anyMatch(text::contains)))
				.map(Map.Entry::getKey);
	}

	private static Stream<String> texts(Object value) {
		return value instanceof byte[] bytes ? Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)
				.map((Charset charset) -> new String(bytes, charset)) : Stream.of(String.valueOf(value));
	}
}
