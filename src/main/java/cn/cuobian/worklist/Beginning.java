package cn.cuobian.worklist;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The beginning of a number or a title. Where few open tasks begin so, their ids are looked up by index first; where
 * many do, a lane read in its own order soon has a page of them. Left to the database, a rare beginning would cost a
 * walk through a million rows.
 *
 * @param few ids of all tasks that begin so; empty when they are too many to name
 */
record Beginning(String text, Optional<List<String>> few) {

	private static final int FEW = 200;

	static Optional<Beginning> of(String text, JdbcClient jdbc) {
		return Optional.ofNullable(text).map(given -> new Beginning(given, few(given, jdbc)));
	}

	private static Optional<List<String>> few(String text, JdbcClient jdbc) {
		var ids = jdbc.sql("""
				(select task_id from work_item where number >= ? and number < ? fetch first ? rows only)
				union (select task_id from work_item where title >= ? and title < ? fetch first ? rows only)""")
			.params(number(text), after(number(text)), FEW, text, after(text), FEW).query(String.class).list();
		return Optional.of(ids).filter(found -> found.size() < FEW);
	}

	/** @param item what only a task's own row tells */
	void narrow(Lane lane, Where where, Where item) {
		if (few.isEmpty()) {
			item.and("(w.number like ? escape '!' or w.title like ? escape '!')", pattern(number(text)), pattern(text));
		} else if (few.get().isEmpty()) {
			where.and("1 = 0");
		} else {
			where.and(lane.taskId() + " in (" + String.join(", ", Collections.nCopies(few.get().size(), "?")) + ")",
					few.get().toArray());
		}
	}

	private static String number(String text) {
		return text.toUpperCase(Locale.ROOT);
	}

	/** U+FFFF is no character and sorts behind every one, by code point and in the rules of Unicode alike. */
	private static String after(String text) {
		return text + "\uFFFF";
	}

	private static String pattern(String text) {
		return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}
}
