package cn.cuobian.dispute;

import java.util.Comparator;
import java.util.Map;

import cn.cuobian.engine.Decisions;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;

/** Asks {@code bpmn/dispute/dispute-rules.dmn} what the programme leaves open; the row of the nearest place holds. */
@Component
class Rules {

	private static final String TABLE = "dispute-rules";

	private final Decisions decisions;
	private final Places places;

	Rules(Decisions decisions, Places places) {
		this.decisions = decisions;
		this.places = places;
	}

	/**
	 * @param fromIntake        the seven days run from intake, not from the deliberation
	 * @param dissatisfiedUpTo  the best rating that still means dissatisfied, of 1 to 5
	 * @param dissatisfiedTimes after so many dissatisfied answers it is put on the district list
	 */
	record Rule(boolean fromIntake, int dissatisfiedUpTo, int dissatisfiedTimes) {
	}

	Rule at(String place) {
		var path = places.get(place).path();
		return decisions.decideAll(TABLE, Map.of("path", path)).stream()
				.max(Comparator.comparingInt(row -> path.indexOf("/" + row.get("place") + "/"))).map(Rules::read)
				.orElseThrow(() -> new IllegalStateException(TABLE + ".dmn has no row for " + path));
	}

	private static Rule read(Map<String, Object> row) {
		return new Rule(row.get("feedback_from").equals("intake"), number(row, "dissatisfied_up_to"), number(row, "dissatisfied_times"));
	}

	private static int number(Map<String, Object> row, String column) {
		return ((Number) row.get(column)).intValue();
	}
}
