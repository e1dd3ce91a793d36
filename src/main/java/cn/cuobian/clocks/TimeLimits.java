package cn.cuobian.clocks;

import java.util.Comparator;
import java.util.Map;

import cn.cuobian.engine.Decisions;
import org.springframework.stereotype.Component;

/** Answers which limit holds at a place: of all rows of a code whose place lies on the way up, the nearest. */
@Component
class TimeLimits {

	private static final String TABLE = "time-limits";

	private final Decisions decisions;

	TimeLimits(Decisions decisions) {
		this.decisions = decisions;
	}

	/** @param path the place's path, {@code /qz/jj/…/}; {@code /} where no place is known */
	Limit limit(String code, String path) {
		return decisions.decideAll(TABLE, Map.of("code", code, "path", path)).stream()
				.map(row -> row(code, row))
				.max(Comparator.comparingInt(row -> path.indexOf("/" + row.place() + "/")))
				.orElseThrow(() -> new IllegalStateException("No time limit " + code + " in " + TABLE + ".dmn"));
	}

	private static Limit row(String code, Map<String, Object> row) {
		return new Limit(code, (String) row.get("place"), number(row, "amount"), (String) row.get("unit"),
				(String) row.get("counting"), (String) row.get("rungs"), number(row, "extension"), (String) row.get("source"));
	}

	private static int number(Map<String, Object> row, String column) {
		return ((Number) row.get(column)).intValue();
	}
}
