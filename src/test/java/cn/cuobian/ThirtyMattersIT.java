package cn.cuobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.util.HtmlUtils;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * The thirty matters that the programme's neighbourhoods really brought up, imported through the product and driven to
 * the end their source tells, over HTTP as the demo people would: each with its answer and its rating.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles({ "demo", "test" })
class ThirtyMattersIT {

	private static final String PASSWORD = "cuobian-demo-2026";
	private static final List<String> STEWARDS = List.of("steward", "steward2", "steward3", "steward4", "steward5", "steward6");
	private static final List<String> HALLS = List.of("hall", "hall2", "hall3", "hall4");
	private static final List<String> MEETINGS = List.of("joint", "joint2", "joint3", "community", "community2", "community3");
	private static final List<String> LEADERS = List.of("leader", "leader2", "leader3", "office");
	private static final List<String> DEPARTMENTS = List.of("water-dept", "fire-dept", "housing-dept", "gas-dept", "transport-dept");
	private static final Pattern TAKEN = Pattern.compile(
			">(E-[A-Z]+-\\d+)</td>.*?(QZ-\\d{4}-\\d{6})</a>.*?>([0-9A-Z]{4}(?:-[0-9A-Z]{4})+)</td>", Pattern.DOTALL);
	private static final Pattern TASK = Pattern.compile("data-open[^>]*href=\"/tasks/([^\"?]+)\"");

	@LocalServerPort
	private int port;

	private final Map<String, PlainVisitor> visitors = new LinkedHashMap<>();
	private String base;

	/** @param number staff's; @param code the resident's */
	private record Filed(NamedCsvRecord source, String number, String code) {

		String outcome() {
			return source.getField("outcome_in_source");
		}

		boolean endsWithTheLeader() {
			return outcome().contains("leader") || List.of("district", "city").contains(source.getField("scale"));
		}

		/** Quarrels in compounds of Dongyuan, the home of the 37℃ method. */
		boolean takesTheMethod() {
			return List.of("hongsheng-mingdi", "yulong-huayuan", "fenglin-huayuan", "zunhu").contains(source.getField("compound"))
					&& List.of("neighbour-dispute", "noise-dust", "parking", "property-service").contains(source.getField("category"));
		}

		boolean endsAtTheHall() {
			return source.getField("scale").equals("compound") || outcome().contains("deliberation");
		}
	}

	@BeforeEach
	void atThePort() {
		base = "http://127.0.0.1:" + port;
	}

	@Test
	void allThirtyComeToTheEndTheirSourceTells() throws Exception {
		var filed = filed();
		assertThat(filed).hasSize(30);
		for (var each : filed) {
			String who = each.source().getField("ref") + " " + each.outcome();
			assertThat(solve(each)).as(who).isEqualTo(each.endsWithTheLeader() ? "leader"
					: each.source().getField("scale").equals("community") ? "meeting" : each.endsAtTheHall() ? "hall" : "building");
			if (!each.takesTheMethod()) {
				close(each);
			}
			var resident = new PlainVisitor(base);
			assertThat(HtmlUtils.htmlUnescape(resident.page("/track/" + each.code()))).as(who).contains(each.outcome());
			resident.send("/track/" + each.code(), "/track/" + each.code() + "/rating", Map.of("satisfaction", 5));
			assertThat(resident.page("/track/" + each.code())).as(who).contains("已经办结归档", "您打了 5 分");
		}
	}

	/** Imports them under references of this test, for the demonstration brought up the same thirty. */
	private List<Filed> filed() throws Exception {
		var csv = new ClassPathResource("demo/matters.csv").getContentAsString(StandardCharsets.UTF_8)
				.replaceAll("(?m)^demo-", "E-");
		var page = visitor("admin").send("/matters/import", "/matters/import", Map.of("text", csv)).body();
		var taken = new LinkedHashMap<String, String[]>();
		TAKEN.matcher(page).results().forEach(row -> taken.put(row.group(1), new String[] { row.group(2), row.group(3).replace("-", "") }));
		try (var records = CsvReader.builder().ofNamedCsvRecord(csv)) {
			return records.stream().map(line -> new Filed(line, taken.get(line.getField("ref"))[0], taken.get(line.getField("ref"))[1]))
					.toList();
		}
	}

	/** Works it off tier by tier until it is solved where its source says; answers the tier. */
	private String solve(Filed matter) throws Exception {
		if (matter.takesTheMethod()) {
			return solveByTheMethod(matter);
		}
		var scale = matter.source().getField("scale");
		if (scale.equals("building")) {
			var ends = !matter.endsAtTheHall();
			done(STEWARDS, HALLS, matter, decided(ends ? "solved" : "raise"));
			if (ends) {
				return "building";
			}
		}
		if (matter.endsAtTheHall() && !matter.endsWithTheLeader()) {
			done(HALLS, List.of(), matter, with(decided("solved"), "attended", List.of("branch", "committee")));
			return "hall";
		}
		if (scale.equals("compound")) {
			done(HALLS, List.of(), matter, with(decided("raise"), "attended", List.of("branch", "property")));
		}
		var leads = matter.endsWithTheLeader();
		done(MEETINGS, List.of(), matter, with(decided(leads ? "raise" : "solved"), "attended", List.of("community", "branch")));
		if (!leads) {
			return "meeting";
		}
		solveByDepartments(matter);
		return "leader";
	}

	/** The branch convenes and deliberates, the property company carries it out, the branch gives feedback. */
	private String solveByTheMethod(Filed matter) throws Exception {
		var branch = List.of("branch");
		done(branch, List.of(), matter, Map.of("decision", "convene", "invited", List.of("property", "committee"), "meeting", "明晚七点"));
		done(branch, List.of(), matter, Map.of("decision", "agreed", "attended", List.of("branch", "property"), "minutes", "商议了一次",
				"doer", "property-manager", "measures", "重新划线"));
		done(List.of("property"), List.of(), matter, Map.of("minutes", "已经落实：" + matter.outcome()));
		done(branch, List.of(), matter, Map.of("decision", "done", "answer", matter.outcome(), "told_by", "code"));
		return "hall";
	}

	private void solveByDepartments(Filed matter) throws Exception {
		var leader = holder(LEADERS, matter);
		done(List.of(leader), List.of(), matter, Map.of("decision", "assign", "departments", List.of("dept-water", "dept-fire"),
				"instruction", "两个部门一个月内办好"));
		done(List.of("water-dept"), List.of(), matter, Map.of("decision", "done", "minutes", "已办好"));
		done(List.of("fire-dept"), List.of(), matter, Map.of("decision", "done", "minutes", "已办好"));
		done(LEADERS, List.of(), matter, Map.of("decision", "solved"));
	}

	private void close(Filed matter) throws Exception {
		var carriers = Stream.of(List.of("property"), STEWARDS, HALLS, MEETINGS, LEADERS, DEPARTMENTS).flatMap(List::stream).toList();
		done(carriers, List.of(), matter, Map.of("minutes", "已经落实：" + matter.outcome()));
		done(List.of("grid"), carriers, matter, Map.of("checked", List.of("visit"), "decision", "verified"));
		done(carriers, List.of(), matter, Map.of("answer", matter.outcome(), "told_by", "code"));
	}

	private static Map<String, Object> decided(String decision) {
		var form = new LinkedHashMap<String, Object>(Map.of("decision", decision, "minutes", "商议了一次"));
		if (decision.equals("raise")) {
			form.put("reason", "本级定不了，请上一级商议");
		}
		return form;
	}

	private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
		form.put(field, value);
		return form;
	}

	/** The first of them who has a task of the matter completes it; the others stand in where the post is vacant. */
	private void done(List<String> people, List<String> standIns, Filed matter, Map<String, ?> form) throws Exception {
		var person = holder(Stream.concat(people.stream(), standIns.stream()).toList(), matter);
		var task = "/tasks/" + task(person, matter);
		var answer = visitor(person).send(task, task + "/complete", form);
		assertThat(answer.statusCode()).as("%s completes a task of %s: %s", person, matter.number(), answer.body()).isEqualTo(302);
	}

	private String holder(List<String> people, Filed matter) throws Exception {
		for (var person : people) {
			if (task(person, matter) != null) {
				return person;
			}
		}
		throw new AssertionError("None of " + people + " has a task of " + matter.number() + ": "
				+ visitor("admin").get("/matters/" + matter.number()).body());
	}

	private String task(String person, Filed matter) throws IOException, InterruptedException {
		var found = TASK.matcher(visitor(person).page("/tasks?tab=posts&text=" + matter.number()));
		return found.find() ? found.group(1) : null;
	}

	private PlainVisitor visitor(String person) throws IOException, InterruptedException {
		var known = visitors.get(person);
		if (known == null) {
			known = PlainVisitor.signedIn(base, person, PASSWORD);
			visitors.put(person, known);
		}
		return known;
	}
}
