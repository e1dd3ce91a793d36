package cn.cuobian.figures;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.figures.Extract.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a place and a period in the order of their ids, a thousand at a time. */
abstract class Listing {

	private static final int PAGE = 1_000;
	private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final JdbcClient db;

	Listing(JdbcClient db) {
		this.db = db;
	}

	abstract String name();

	/** Keys of the headings, under {@code figures.column.}. */
	abstract List<String> columns();

	/** Selects {@code id} first; takes {@code :after}, {@code :path}, {@code :length}, {@code :from} and {@code :to}. */
	abstract String sql();

	abstract Object[] cells(ResultSet row) throws SQLException;

	/** @return how many lines were written */
	long write(Wanted wanted, Sheet sheet) throws IOException {
		long written = 0;
		long after = 0;
		for (List<Line> page = page(wanted, after); !page.isEmpty(); page = page(wanted, after)) {
			for (Line line : page) {
				sheet.line(line.cells());
			}
			written += page.size();
			after = page.get(page.size() - 1).id();
		}
		return written;
	}

	private record Line(long id, Object[] cells) {
	}

	private List<Line> page(Wanted wanted, long after) {
		return db.sql(sql() + " fetch first " + PAGE + " rows only").param("after", after)
				.param("path", wanted.place().path()).param("length", wanted.place().path().length())
				.param("from", wanted.period().from()).param("to", wanted.period().to())
				.query((row, number) -> new Line(row.getLong(1), cells(row))).list();
	}

	static Object time(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return at == null ? null : WRITTEN.format(at.toInstant().truncatedTo(ChronoUnit.MINUTES).atZone(WorkingCalendar.ZONE));
	}

	/** A time that may be far away: what is paused has none. */
	static Object due(ResultSet row, String column) throws SQLException {
		ZonedDateTime due = row.getTimestamp(column).toInstant().atZone(WorkingCalendar.ZONE);
		return row.getTimestamp("paused_since") != null ? null : WRITTEN.format(due);
	}
}
