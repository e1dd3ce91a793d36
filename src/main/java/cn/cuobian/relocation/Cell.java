package cn.cuobian.relocation;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/** How a value of one of PostgreSQL's types is read from H2 and written. Times go as they stand, without a zone between. */
enum Cell {

	TEXT(String.class), WHOLE(Long.class), SMALL(Integer.class), TRUTH(Boolean.class), FRACTION(Double.class), DECIMAL(BigDecimal.class),
	INSTANT(OffsetDateTime.class), LOCAL(LocalDateTime.class), DAY(LocalDate.class), HOUR(LocalTime.class), BYTES(byte[].class);

	private final Class<?> type;

	Cell(Class<?> type) {
		this.type = type;
	}

	/** @param type as PostgreSQL's catalogue names it */
	static Cell of(String type) {
		return switch (type) {
			case "character varying", "text", "character" -> TEXT;
			case "bigint" -> WHOLE;
			case "integer", "smallint" -> SMALL;
			case "boolean" -> TRUTH;
			case "double precision" -> FRACTION;
			case "numeric" -> DECIMAL;
			case "timestamp with time zone" -> INSTANT;
			case "timestamp without time zone" -> LOCAL;
			case "date" -> DAY;
			case "time without time zone" -> HOUR;
			case "bytea" -> BYTES;
			default -> throw new IllegalStateException("A column of the type " + type + ", which nobody carried yet");
		};
	}

	void carry(ResultSet row, PreparedStatement to, int column) throws SQLException {
		if (this == BYTES) {
			bytes(row, to, column);
		} else {
			to.setObject(column, this == TEXT ? row.getString(column) : row.getObject(column, type));
		}
	}

	/** Handed through as a stream. */
	private static void bytes(ResultSet row, PreparedStatement to, int column) throws SQLException {
		var blob = row.getBlob(column);
		if (blob == null) {
			to.setBytes(column, null);
		} else {
			to.setBinaryStream(column, blob.getBinaryStream(), blob.length());
		}
	}
}
