package cn.cuobian.elections;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.engine.Decisions;
import cn.cuobian.forms.Label;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;

/** Asks the decision tables of {@code bpmn/elections}; where rows of several places hold, the nearest place decides. */
@Component
class ElectionRules {

	private final Decisions decisions;
	private final Places places;

	ElectionRules(Decisions decisions, Places places) {
		this.decisions = decisions;
		this.places = places;
	}

	/** A department that reviews candidates of the sub-district. */
	record Department(String code, String post, Label name) {
	}

	/** @param disqualifies whether it speaks against a candidate; else he has to meet it */
	record Condition(String code, boolean disqualifies, Label words, String source) {
	}

	/** @param day counted from 1, the day of the application */
	record Step(String milestone, int day, String basis, String source) {
	}

	GroupRule group(String place) {
		var row = nearest("group-rules", place, Map.of());
		return new GroupRule(number(row, "least"), (Boolean) row.get("odd"), number(row, "owners_part"), number(row, "owners_of"),
				text(row, "leader"), text(row, "source"));
	}

	/** @param households units of the roll; a small compound may have a smaller committee where the place allows it */
	CommitteeRule committee(String place, int households) {
		var row = nearest("committee-rules", place, Map.of("households", households));
		return new CommitteeRule(number(row, "least"), number(row, "most"), (Boolean) row.get("odd"), number(row, "term_years"),
				number(row, "recall_part"), number(row, "recall_of"), number(row, "recall_percent"), number(row, "proxy_cap"),
				text(row, "source"));
	}

	/** A place that has rows of its own has only those. */
	List<Department> departments(String place) {
		return ofNearest("review-departments", place, Map.of()).stream()
				.map(row -> new Department(text(row, "department"), text(row, "post"), label(row))).toList();
	}

	List<Condition> conditions(String place) {
		return ofNearest("candidate-conditions", place, Map.of()).stream()
				.map(row -> new Condition(text(row, "code"), (Boolean) row.get("disqualifies"), label(row), text(row, "source"))).toList();
	}

	/** In the order of the table. */
	List<Step> schedule(String schedule, String place) {
		return ofNearest("milestones", place, Map.of("schedule", schedule)).stream()
				.map(row -> new Step(text(row, "milestone"), number(row, "day"), text(row, "basis"), text(row, "source"))).toList();
	}

	private Map<String, Object> nearest(String table, String place, Map<String, Object> more) {
		var path = places.get(place).path();
		return rows(table, path, more).stream().max(Comparator.comparingInt(row -> nearness(row, path)))
				.orElseThrow(() -> new IllegalStateException(table + ".dmn has no row for " + path));
	}

	private List<Map<String, Object>> ofNearest(String table, String place, Map<String, Object> more) {
		var path = places.get(place).path();
		var rows = rows(table, path, more);
		int nearest = rows.stream().mapToInt(row -> nearness(row, path)).max()
				.orElseThrow(() -> new IllegalStateException(table + ".dmn has no row for " + path));
		return rows.stream().filter(row -> nearness(row, path) == nearest).toList();
	}

	private List<Map<String, Object>> rows(String table, String path, Map<String, Object> more) {
		var inputs = new HashMap<String, Object>(more);
		inputs.put("path", path);
		return decisions.decideAll(table, inputs);
	}

	/** Later in the path is nearer; a row for everywhere is farthest. */
	private static int nearness(Map<String, Object> row, String path) {
		return path.indexOf("/" + row.get("place") + "/");
	}

	private static Label label(Map<String, Object> row) {
		return new Label(text(row, "name_zh"), text(row, "name_en"));
	}

	private static int number(Map<String, Object> row, String column) {
		return ((Number) row.get(column)).intValue();
	}

	private static String text(Map<String, Object> row, String column) {
		return (String) row.get(column);
	}
}
