package cn.cuobian.worklist;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import cn.cuobian.worklist.WorkFilter.Sort;

/** The last row of a page: the next page begins behind it, however many rows came or went in between. */
record Cursor(Sort sort, String value, String taskId) {

	static Cursor at(WorkItem item, Sort sort) {
		var value = switch (sort) {
			case DUE -> item.due().orElse(WorkRows.NEVER).toString();
			case NEWEST -> item.opened().toString();
			case NUMBER -> item.number();
		};
		return new Cursor(sort, value, item.taskId());
	}

	/** Empty for the first page, and for a cursor of another order or one that nobody gave out. */
	static Optional<Cursor> read(String text, Sort sort) {
		try {
			var parts = text == null ? new String[0]
					: new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 3);
			var fits = parts.length == 3 && parts[0].equals(sort.name());
			return fits ? Optional.of(new Cursor(sort, parts[1], parts[2])).filter(Cursor::isReadable) : Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	String text() {
		var plain = String.join("\n", sort.name(), value, taskId);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

	Object parameter() {
		return sort == Sort.NUMBER ? value : Timestamp.from(Instant.parse(value));
	}

	private boolean isReadable() {
		try {
			return parameter() != null;
		} catch (DateTimeException e) {
			return false;
		}
	}
}
