package cn.cuobian.benchmark;

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
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody signed in who opens pages. */
class Visitor {

	static final String PASSWORD = "benchmark-password-1";

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
	private final String base;

	Visitor(String base, String username) throws IOException, InterruptedException {
		this.base = base;
		var token = TOKEN.matcher(send(HttpRequest.newBuilder(URI.create(base + "/login")).build()).body());
		assertThat(token.find()).as("the sign-in page has a token").isTrue();
		var form = "username=" + username + "&password=" + PASSWORD + "&_csrf="
				+ URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
		var answer = send(HttpRequest.newBuilder(URI.create(base + "/login"))
				.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build());
		assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
	}

	void get(String path) throws IOException, InterruptedException {
		var answer = send(HttpRequest.newBuilder(URI.create(base + path)).build());
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
	}

	private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
		return client.send(request, BodyHandlers.ofString());
	}
}
