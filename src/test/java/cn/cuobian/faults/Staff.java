package cn.cuobian.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** People who work over the interface for programs: each has a token that follows from his user name. */
final class Staff {

	private static final String TOKENS = """
			insert into api_token (person, name, door, hash, created_at, expires_at)
			select a.person, 'fault', 'API', encode(sha256(convert_to('cuo_' || a.username, 'UTF8')), 'hex'), current_timestamp, current_timestamp + interval '1 day'
			from account a where not exists (select 1 from api_token t where t.person = a.person and t.name = 'fault')""";

	private static final List<String> HANDS = List.of("property", "officer", "grid", "steward", "hall");
	private static final int TRIES = 20;
	private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");
	private static final Pattern TASK = Pattern.compile("\"id\":\"([^\"]+)\"");

	private Staff() {
	}

	/** Everybody who has an account, by his user name. */
	static void giveTokens(Connection db) throws SQLException {
		try (var statement = db.createStatement()) {
			statement.executeUpdate(TOKENS);
		}
	}

	/** Everybody who has an account, at once and at any hour. */
	static void everybodyWantsMails(Connection db) throws SQLException {
		try (var statement = db.createStatement()) {
			statement.executeUpdate("insert into mail_wish (person_id, address, pace, language, quiet_from, quiet_until)"
					+ " select person, username || '@example.com', 'AT_ONCE', 'ZH', '00:00:00', '00:00:00' from account");
		}
	}

	/** So many more hold a post, with tokens: {@code rush-1}, {@code rush-2}, … */
	static void appoint(Connection db, int many, String post, String place) throws SQLException {
		try (var statement = db.createStatement()) {
			statement.executeUpdate("insert into person (name) select 'rush-' || n from generate_series(1, %d) n".formatted(many));
			statement.executeUpdate("""
					insert into account (person, username, password, must_change, disabled, created_at)
					select id, name, '{noop}-', false, false, current_timestamp from person where name like 'rush-%'""");
			statement.executeUpdate("""
					insert into post_holding (post, place, person, held_from)
					select '%s', '%s', id, current_timestamp - interval '1 day' from person where name like 'rush-%%'""".formatted(post, place));
		}
		giveTokens(db);
	}

	static HttpRequest.Builder get(String username, String address) {
		return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer cuo_" + username).header("Accept-Language", "en");
	}

	static HttpRequest.Builder post(String username, String address, String json) {
		return get(username, address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
	}

	/** The address that lists what somebody's posts have to do of a matter. */
	static String tasks(String base, String number) {
		return base + "/api/v1/tasks?tab=posts&taken=anybody&text=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
	}

	/** Works on a matter at its first step or at the hall, until the resident has an answer to rate. */
	static void answer(String base, String number) throws IOException, InterruptedException {
		var client = HttpClient.newHttpClient();
		complete(client, base, number, "{\"minutes\":\"商议了一次\",\"decision\":\"solved\"}", "{\"attended\":[\"property\"],\"minutes\":\"商议了一次\",\"decision\":\"solved\"}");
		complete(client, base, number, "{\"minutes\":\"已经落实\"}");
		complete(client, base, number, "{\"checked\":[\"visit\"],\"decision\":\"verified\"}");
		complete(client, base, number, "{\"answer\":\"已经修好\",\"told_by\":\"code\"}");
	}

	/**
	 * The same, and whoever holds its code is content: nothing is left to do.
	 *
	 * @return the number of the matter
	 */
	static String close(String base, String code) throws IOException, InterruptedException {
		var address = URI.create(base + "/api/v1/track/" + code.replace("-", ""));
		var client = HttpClient.newHttpClient();
		var tracked = send(client, HttpRequest.newBuilder(address)).body();
		var number = NUMBER.matcher(tracked);
		if (!number.find()) {
			throw new AssertionError("the page behind a code: " + tracked);
		}
		answer(base, number.group(1));
		var rating = HttpRequest.newBuilder(URI.create(address + "/rating")).header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{\"satisfaction\":5}"));
		var rated = send(client, rating);
		if (rated.statusCode() != 200) {
			throw new AssertionError("the rating of " + number.group(1) + ": " + rated.body());
		}
		return number.group(1);
	}

	/** Whoever has a task of it now, by the first of the forms that fits. */
	private static void complete(HttpClient client, String base, String number, String... forms) throws IOException, InterruptedException {
		for (var username : HANDS) {
			var task = TASK.matcher(send(client, get(username, tasks(base, number))).body());
			if (task.find()) {
				var answers = new ArrayList<String>();
				for (var form : forms) {
					var answer = send(client, post(username, base + "/api/v1/tasks/" + task.group(1) + "/complete", "{\"values\":" + form + "}"));
					if (answer.statusCode() == 200) {
						return;
					}
					answers.add(answer.body());
				}
				throw new AssertionError(username + " cannot complete a task of " + number + ": " + answers);
			}
		}
		throw new AssertionError("nobody has a task of " + number);
	}

	/** Asks again while a busy house asks to come again. */
	private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder what) throws IOException, InterruptedException {
		var request = what.build();
		var answer = client.send(request, BodyHandlers.ofString());
		for (int left = TRIES; answer.statusCode() == 503 && left > 0; left--) {
			TimeUnit.SECONDS.sleep(1);
			answer = client.send(request, BodyHandlers.ofString());
		}
		return answer;
	}
}
