package cn.cuobian;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody with a browser without scripts: opens pages and sends their forms over HTTP. */
public class PlainVisitor {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
	private static final String BOUNDARY = "----cuobian";
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final HttpClient client;
	private final String base;

	public PlainVisitor(String base) {
		this(base, HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(PATIENCE).build());
	}

	private PlainVisitor(String base, HttpClient client) {
		this.base = base;
		this.client = client;
	}

	/** The same browser, with its cookies, at another address. */
	public PlainVisitor at(String other) {
		return new PlainVisitor(other, client);
	}

	/** Signs in, which must work. */
	public static PlainVisitor signedIn(String base, String username, String password) throws IOException, InterruptedException {
		var visitor = new PlainVisitor(base);
		var answer = visitor.send("/login", "/login", Map.of("username", username, "password", password));
		assertThat(answer.headers().firstValue("Location")).as("sign-in of " + username)
				.hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
		return visitor;
	}

	public HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "zh-CN").timeout(PATIENCE)
				.build(), BodyHandlers.ofString());
	}

	/** Opens a page that must be there. */
	public String page(String path) throws IOException, InterruptedException {
		var answer = get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return answer.body();
	}

	/** What a stream says, line by line as it comes. */
	public Stream<String> stream(String path) throws IOException, InterruptedException {
		var answer = client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofLines());
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return answer.body();
	}

	/** Opens the page with the form, and sends the form with these fields; a collection is several fields of one name. */
	public HttpResponse<String> send(String page, String action, Map<String, ?> fields) throws IOException, InterruptedException {
		return sendAt(base, page, action, fields);
	}

	/** The same, for a file that takes long to make. */
	public byte[] fetch(String page, String action, Map<String, ?> fields, Duration patience) throws IOException, InterruptedException {
		var answer = client.send(form(base, page, action, fields).timeout(patience).build(), BodyHandlers.ofByteArray());
		assertThat(answer.statusCode()).as(action).isEqualTo(200);
		return answer.body();
	}

	/** The same, with the form sent to another address than the one that showed it. */
	public HttpResponse<String> sendAt(String other, String page, String action, Map<String, ?> fields) throws IOException, InterruptedException {
		return client.send(form(other, page, action, fields).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder form(String other, String page, String action, Map<String, ?> fields) throws IOException, InterruptedException {
		var csrf = CSRF.matcher(get(page).body());
		if (!csrf.find()) {
			throw new IOException(page + " shows no form");
		}
		var form = Stream.concat(Stream.of(field("_csrf", csrf.group(1))), fields.entrySet().stream().flatMap(PlainVisitor::fields));
		return HttpRequest.newBuilder(URI.create(other + action)).header("Accept-Language", "zh-CN").timeout(PATIENCE)
				.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form.collect(Collectors.joining("&"))));
	}

	/** Opens the page with the form, and sends its fields with one file. */
	public HttpResponse<String> upload(String page, Map<String, String> fields, String file, byte[] content)
			throws IOException, InterruptedException {
		var csrf = CSRF.matcher(get(page).body());
		if (!csrf.find()) {
			throw new IOException(page + " shows no form");
		}
		var parts = Stream.concat(Stream.of(Map.entry("_csrf", csrf.group(1))), fields.entrySet().stream())
				.map(field -> part("name=\"" + field.getKey() + "\"") + field.getValue() + "\r\n").collect(Collectors.joining());
		var body = BodyPublishers.concat(BodyPublishers.ofString(parts + part("name=\"photos\"; filename=\"" + file + "\"")),
				BodyPublishers.ofByteArray(content), BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
		return client.send(HttpRequest.newBuilder(URI.create(base + page)).header("Accept-Language", "zh-CN").timeout(PATIENCE)
				.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(body).build(), BodyHandlers.ofString());
	}

	private static String part(String name) {
		return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n";
	}

	private static Stream<String> fields(Map.Entry<String, ?> field) {
		Collection<?> values = field.getValue() instanceof Collection<?> several ? several : List.of(field.getValue());
		return values.stream().map(value -> field(field.getKey(), value.toString()));
	}

	private static String field(String name, String value) {
		return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}
}
