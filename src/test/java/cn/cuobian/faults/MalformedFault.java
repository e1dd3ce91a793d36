package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/**
 * F13: every field of every public form, and every text that a program may send, filled with what nobody expects, on PostgreSQL;
 * and senders who never come to an end. Size: {@code -Dcuobian.faults.slow=200}.
 */
class MalformedFault {

	private static final int SLOW = Integer.getInteger("cuobian.faults.slow", 200);
	private static final Duration PROMPT = Duration.ofSeconds(5);
	private static final int LARGE = 100 << 20;
	private static final String PLACE = "lingxiu-7";
	private static final Pattern TRACKING = Pattern.compile("\"trackingCode\":\"([0-9A-Z-]+)\"");
	private static final Pattern NUMBER = Pattern.compile("\"number\":\"([0-9A-Z-]+)\"");

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--cuobian.public.wrong-codes-per-hour=100000000",
			"--cuobian.public.looks-per-hour=100000000", "--cuobian.public.contacts-per-hour=100000000", "--logging.level.root=warn");

	private final Map<Integer, Integer> answers = new TreeMap<>();
	private final List<String> failures = new ArrayList<>();
	/** What was taken, as it must be kept. */
	private final List<String> taken = new ArrayList<>();
	private OpenForm form;

	@Test
	void isRefusedOrTakenWholeAndNeverFails() throws Exception {
		try (var db = TOPOLOGY.connection()) {
			Staff.giveTokens(db);
			long before = matters(db);
			var receipt = file("一件要评价的事");
			form = OpenForm.at(TOPOLOGY.base());
			forms(receipt).forEach(this::fill);
			programs(receipt).forEach(this::fillJson);
			tooMuch();
			assertThat(failures).as("what failed").isEmpty();
			check(db, before);
		}
		new Findings("F13").saw("requests", answers.values().stream().mapToInt(Integer::intValue).sum()).saw("answers", answers)
				.saw("reports that were taken, each whole", taken.size()).saw("senders who never came to an end", 2 * SLOW)
				.saw("a page meanwhile, at the slowest", slowSenders().toMillis() + " ms").write();
	}

	/** Action to the fields of a form that would be taken. */
	private static Map<String, Map<String, String>> forms(String receipt) {
		var code = find(TRACKING, receipt).replace("-", "");
		Map<String, Map<String, String>> forms = new LinkedHashMap<>();
		forms.put("/report", fields("token", "", "seen", "yes", "place", PLACE, "building", "", "unit", "", "kind", "drainage", "narrative", "漏水", "name", "", "phone", "", "mail", "",
				"consent", "", "placeText", "", "act", ""));
		forms.put("/report/similar", fields("place", PLACE, "kind", "drainage", "narrative", "漏水", "placeText", ""));
		forms.put("/report/join", fields("join", "x", "token", ""));
		forms.put("/report/slip", fields("code", code));
		forms.put("/track", fields("code", code));
		forms.put("/track/" + code + "/contact", fields("name", "王", "phone", "13900000000", "mail", "a@example.org", "consent", "2026-11"));
		forms.put("/track/" + code + "/rating", fields("satisfaction", "5", "words", ""));
		forms.put("/track/" + code + "/reopen", fields("reason", "x"));
		forms.put("/vote", fields("code", "x"));
		forms.put("/notices/1/objections", fields("name", "王", "unit", "1", "contact", "1", "words", "x"));
		forms.put("/rolls/public/1/check", fields("unit", "1", "salt", "1"));
		forms.put("/login", fields("username", "nobody", "password", "x"));
		return forms;
	}

	/** Address to a JSON text that would be taken. */
	private static Map<String, Map<String, String>> programs(String receipt) {
		Map<String, Map<String, String>> programs = new LinkedHashMap<>();
		programs.put("/api/v1/matters", fields("place", PLACE, "building", "", "unit", "", "kind", "drainage", "title", "漏水", "narrative", "漏水", "scope", "building", "consentVersion", ""));
		programs.put("/api/v1/track/" + find(TRACKING, receipt).replace("-", "") + "/rating", fields("words", ""));
		programs.put("/api/v1/tasks/no-such/hand-over", fields("reason", "x"));
		programs.put("/api/v1/tasks/no-such/take-over", fields("reason", "x"));
		return programs;
	}

	private void fill(String action, Map<String, String> good) {
		for (var field : good.keySet()) {
			for (var text : OddTexts.all()) {
				var body = good.entrySet().stream().filter(each -> !each.getKey().equals(field))
						.map(each -> each.getKey() + "=" + OpenForm.encoded(each.getKey().equals("token") ? UUID.randomUUID().toString() : each.getValue()))
						.collect(Collectors.joining("&")) + "&" + field + "=" + text.form();
				var answer = ask(action + " " + field + " " + text.name(), form.sentTo(TOPOLOGY.base() + action, body));
				keep(field.equals("narrative") ? text.plain() : "漏水", action.equals("/report") && answer.body().contains("id=\"tracking-code\""));
			}
		}
	}

	private void fillJson(String address, Map<String, String> good) {
		for (var field : good.keySet()) {
			for (var text : OddTexts.all()) {
				var json = good.entrySet().stream().map(each -> "\"%s\":\"%s\"".formatted(each.getKey(), each.getKey().equals(field) ? text.json() : each.getValue()))
						.collect(Collectors.joining(",", "{", "}"));
				var answer = ask(address + " " + field + " " + text.name(), Staff.post("steward", TOPOLOGY.base() + address, json).header("Idempotency-Key", UUID.randomUUID().toString()));
				keep(field.equals("narrative") ? text.plain() : "漏水", answer.statusCode() == 201);
			}
		}
	}

	private void keep(String narrative, boolean wasTaken) {
		if (wasTaken) {
			taken.add(narrative == null ? "" : narrative.strip());
		}
	}

	private void tooMuch() {
		var many = IntStream.range(0, 10_000).mapToObj(number -> "p" + number + "=1").collect(Collectors.joining("&"));
		ask("ten thousand fields", form.sentTo(TOPOLOGY.base() + "/report", many));
		ask("ten thousand fields in an address", HttpRequest.newBuilder(URI.create(TOPOLOGY.base() + "/report?" + many)));
		ask("ten thousand levels", Staff.post("steward", TOPOLOGY.base() + "/api/v1/matters", "[".repeat(10_000)).header("Idempotency-Key", "deep"));
		ask("an upload of 100 MB", form.sentTo(TOPOLOGY.base() + "/report", "narrative=" + "x".repeat(LARGE)));
		ask("a JSON text of 100 MB", Staff.post("steward", TOPOLOGY.base() + "/api/v1/matters", "{\"narrative\":\"" + "x".repeat(LARGE) + "\"}").header("Idempotency-Key", "large"));
		ask("parts without an end", HttpRequest.newBuilder(URI.create(TOPOLOGY.base() + "/report")).header("Cookie", form.cookie())
				.header("Content-Type", "multipart/form-data; boundary=x").POST(BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"narrative\"\r\n\r\n漏")));
		ask("an address that is no address", HttpRequest.newBuilder(URI.create(TOPOLOGY.base() + "/track/%ED%A0%80%00")));
	}

	private HttpResponse<String> ask(String what, HttpRequest.Builder request) {
		var answer = Crowd.press(1, only -> request).answers().get(0);
		answers.merge(answer.statusCode(), 1, Integer::sum);
		if (answer.statusCode() >= 500) {
			failures.add(answer.statusCode() + " " + what);
		}
		return answer;
	}

	private String file(String narrative) {
		var answer = ask("a report", Staff.post("steward", TOPOLOGY.base() + "/api/v1/matters", "{\"place\":\"%s\",\"kind\":\"drainage\",\"narrative\":\"%s\"}".formatted(PLACE, narrative))
				.header("Idempotency-Key", UUID.randomUUID().toString()));
		taken.add(narrative);
		assertThat(find(NUMBER, answer.body())).isNotEmpty();
		return answer.body();
	}

	private void check(Connection db, long before) throws Exception {
		assertThat(matters(db) - before).as("matters, one for each that was taken").isEqualTo(taken.size());
		var kept = new TreeSet<String>();
		try (var rows = db.createStatement().executeQuery("select narrative from matter order by id desc fetch first " + taken.size() + " rows only")) {
			while (rows.next()) {
				kept.add(rows.getString(1));
			}
		}
		assertThat(kept).as("what was written, whole").containsAll(taken.stream().filter(text -> !text.isEmpty()).toList());
		var invariants = new Invariants(db);
		invariants.everyMatterIsWhole();
		invariants.noJobIsGivenUp();
		TOPOLOGY.run("verify"); // every chain of hashes
	}

	/** Some stop in the middle of the head, others in the middle of a form; answers how long a page took meanwhile at the most. */
	private Duration slowSenders() throws Exception {
		List<Socket> sockets = new ArrayList<>();
		try {
			var address = URI.create(TOPOLOGY.base());
			for (int i = 0; i < SLOW; i++) {
				sockets.add(begin(address, "GET /report HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
				sockets.add(begin(address, "POST /report HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\nnarrative="
						.formatted(form.cookie())));
			}
			var slowest = Duration.ZERO;
			for (int look = 0; look < 20; look++) {
				var page = Crowd.press(1, only -> HttpRequest.newBuilder(URI.create(TOPOLOGY.base() + "/report")));
				assertThat(page.statuses().keySet()).as("a page meanwhile").containsExactly(200);
				slowest = page.took().compareTo(slowest) > 0 ? page.took() : slowest;
				drip(sockets);
				TimeUnit.MILLISECONDS.sleep(500);
			}
			assertThat(slowest).as("a page meanwhile").isLessThan(PROMPT);
			return slowest;
		} finally {
			for (var socket : sockets) {
				socket.close();
			}
		}
	}

	private static Socket begin(URI address, String beginning) throws IOException {
		var socket = new Socket(address.getHost(), address.getPort());
		socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static void drip(List<Socket> sockets) {
		for (var socket : sockets) {
			try {
				socket.getOutputStream().write('x');
			} catch (IOException shutOut) {
				continue; // which is what should happen to him in the end
			}
		}
	}

	private static long matters(Connection db) throws SQLException {
		return new Invariants(db).count("select count(*) from matter");
	}

	private static Map<String, String> fields(String... namesAndValues) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			fields.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return fields;
	}

	private static String find(Pattern pattern, String text) {
		var found = pattern.matcher(text);
		assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
		return found.group(1);
	}
}
