package cn.cuobian.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.refusals.Refusal;

/** The cells of one line, each checked by itself, so that one line can show all of its mistakes. */
final class PlaceCells {

	/** Codes stand in addresses, paths and group keys. */
	private static final String CODE = "[a-z0-9][a-z0-9-]{0,59}";
	/** No compound has more; a telephone number in the wrong column would create millions. */
	private static final int MOST_BUILDINGS = 500;

	private final long number;
	private final Map<String, String> values;
	private final List<LineError> errors = new ArrayList<>();

	PlaceCells(long number, Map<String, String> values) {
		this.number = number;
		this.values = values;
	}

	List<LineError> errors() {
		return errors;
	}

	Optional<PlaceLine> line() {
		var nameZh = name();
		var nameEn = text("name_en", 100);
		var line = new PlaceLine(number, code(), parent(), level(), nameZh, nameEn == null ? nameZh : nameEn,
				count("households", 0, 1_000_000), count("buildings", 0, MOST_BUILDINGS),
				count("residents", 0, 100_000_000), count("built", 1800, 2200), text("note", 1000), text("source", 100));
		return errors.isEmpty() ? Optional.of(line) : Optional.empty();
	}

	private String code() {
		var code = value("code");
		if (!code.matches(CODE)) {
			refuse("territory.bad-code", code);
		}
		return code;
	}

	private String parent() {
		var parent = value("parent");
		return parent.isEmpty() ? null : parent;
	}

	private Level level() {
		try {
			return Level.valueOf(value("level").toUpperCase(Locale.ROOT));
		} catch (IllegalArgumentException unknown) {
			refuse("territory.unknown-level", value("level"));
			return null;
		}
	}

	private String name() {
		var name = text("name_zh", 100);
		if (name == null) {
			refuse("territory.name-missing", value("code"));
		}
		return name;
	}

	private String text(String column, int longest) {
		var text = value(column);
		if (text.length() > longest) {
			refuse("territory.text-too-long", column, longest);
		}
		return text.isEmpty() ? null : text;
	}

	private Integer count(String column, int least, int most) {
		var text = value(column);
		if (text.isEmpty()) {
			return null;
		}
		if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
			refuse("territory.bad-number", column, text, String.valueOf(least), String.valueOf(most));
			return null;
		}
		return Integer.valueOf(text);
	}

	private String value(String column) {
		return values.getOrDefault(column, "");
	}

	private void refuse(String rule, Object... arguments) {
		errors.add(new LineError(number, new Refusal(rule, arguments)));
	}
}
