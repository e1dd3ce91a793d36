package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/**
 * F10: the same is sent a hundred times at the same moment, half of it to each node: a form of a resident, a report of another
 * program, a claim, a rating. Sizes: {@code -Dcuobian.faults.presses=100 -Dcuobian.faults.tokens=40}.
 */
class SentAgainFault {

	private static final int PRESSES = Integer.getInteger("cuobian.faults.presses", 100);
	private static final int TOKENS = Integer.getInteger("cuobian.faults.tokens", 40);
	/** Each goes through five hands before it can be rated. */
	private static final int RATED = Math.max(1, TOKENS / 10);
	private static final String PLACE = "lingxiu-7";
	private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([0-9A-Z-]+)\"");
	private static final Pattern TRACKING = Pattern.compile("\"trackingCode\":\"([0-9A-Z-]+)\"");
	private static final Pattern NUMBER = Pattern.compile("QZ-\\d{4}-\\d{6}");
	private static final Pattern TASK = Pattern.compile("\"id\":\"([^\"]+)\"");

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=warn");

	private final HttpClient client = HttpClient.newHttpClient();
	private final Map<String, Map<Integer, Long>> answers = new TreeMap<>();
	/** Code on the slip by token. */
	private final Map<String, String> slips = new TreeMap<>();
	/** Number of the matter by token. */
	private final Map<String, String> numbers = new TreeMap<>();

	@Test
	void whatIsSentAHundredTimesIsDoneOnce() throws Exception {
		try (var db = TOPOLOGY.connection()) {
			Staff.giveTokens(db);
			for (int token = 0; token < TOKENS; token++) {
				sendForm(UUID.randomUUID().toString());
				sendAsProgram(UUID.randomUUID().toString());
			}
			for (var token : slips.keySet().stream().limit(RATED).toList()) {
				claim(numbers.get(token));
				Staff.answer(TOPOLOGY.base(), numbers.get(token));
				rate(slips.get(token));
			}
			check(new Invariants(db));
		}
		new Findings("F10").saw("sent at once, each", PRESSES).saw("forms and reports of programs", slips.size()).saw("claims and ratings", 2 * RATED)
				.saw("answers", answers).saw("sent in all", answers.values().stream().flatMap(each -> each.values().stream()).mapToLong(Long::longValue).sum()).write();
	}

	private void sendForm(String token) {
		var form = OpenForm.at(TOPOLOGY.base());
		var fields = Map.of("token", token, "seen", "yes", "place", PLACE, "kind", "drainage", "narrative", Rush.narrative(token)).entrySet().stream()
				.map(field -> field.getKey() + "=" + OpenForm.encoded(field.getValue())).collect(Collectors.joining("&"));
		var crowd = Crowd.press(PRESSES, number -> form.sentTo(node(number) + "/report", fields));
		count("forms", crowd);
		assertThat(crowd.winners()).as("everybody is answered: %s", crowd.statuses()).hasSize(PRESSES);
		assertThat(crowd.answers().stream().map(HttpResponse::body).map(slip -> find(CODE, slip) + " " + find(NUMBER, slip)).distinct())
				.as("the same slip").singleElement().asString().satisfies(slip -> {
					slips.put(token, slip.split(" ")[0]);
					numbers.put(token, slip.split(" ")[1]);
				});
	}

	private void sendAsProgram(String token) {
		var json = "{\"place\":\"%s\",\"kind\":\"drainage\",\"narrative\":\"%s\"}".formatted(PLACE, Rush.narrative(token));
		var crowd = Crowd.press(PRESSES, number -> Staff.post("steward", node(number) + "/api/v1/matters", json).header("Idempotency-Key", token));
		count("reports of programs", crowd);
		assertThat(crowd.winners()).as("everybody is answered: %s", crowd.statuses()).hasSize(PRESSES);
		assertThat(crowd.said(answer -> true)).as("the very same receipt").hasSize(1);
		slips.put(token, find(TRACKING, crowd.answers().get(0).body()));
		numbers.put(token, find(NUMBER, crowd.answers().get(0).body()));
	}

	private void claim(String number) throws Exception {
		var task = task("steward", number);
		var crowd = Crowd.press(PRESSES, press -> Staff.post("steward", node(press) + "/api/v1/tasks/" + task + "/claim", ""));
		count("claims", crowd);
		assertThat(crowd.winners()).as("he has it, however often he asks: %s", crowd.statuses()).hasSize(PRESSES);
	}

	private String task(String username, String number) throws Exception {
		return find(TASK, client.send(Staff.get(username, Staff.tasks(TOPOLOGY.base(), number)).build(), BodyHandlers.ofString()).body());
	}

	private void rate(String code) {
		var crowd = Crowd.press(PRESSES, press -> HttpRequest.newBuilder(URI.create(node(press) + "/api/v1/track/" + code.replace("-", "") + "/rating"))
				.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"satisfaction\":" + (1 + press % 5) + "}")));
		count("ratings", crowd);
		assertThat(crowd.winners()).as("one rating: %s", crowd.statuses()).hasSize(1);
		assertThat(crowd.statuses().keySet()).as("answers to ratings").containsExactlyInAnyOrder(200, 409);
	}

	private void check(Invariants invariants) throws Exception {
		invariants.allHold(slips);
		for (var kind : new String[] { "CLAIMED", "RATED" }) {
			assertThat(invariants.count("select count(*) from matter_event e join matter m on m.id = e.matter_id where e.kind = '%s' and m.number in (%s)".formatted(kind,
					slips.keySet().stream().limit(RATED).map(numbers::get).map(number -> "'" + number + "'").collect(Collectors.joining(",")))))
					.as("lines of the records: %s", kind).isEqualTo(RATED);
		}
		TOPOLOGY.run("verify"); // every chain of hashes
	}

	private void count(String what, Crowd crowd) {
		var counted = answers.computeIfAbsent(what, none -> new TreeMap<>());
		crowd.statuses().forEach((status, times) -> counted.merge(status, times, Long::sum));
	}

	private static String node(int number) {
		return TOPOLOGY.at(TwoNodes.NODES.get(number % TwoNodes.NODES.size()));
	}

	private static String find(Pattern pattern, String text) {
		Matcher found = pattern.matcher(text);
		assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
		return found.group(found.groupCount() == 0 ? 0 : 1);
	}
}
