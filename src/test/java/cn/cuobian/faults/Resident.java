package cn.cuobian.faults;

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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who fills in the public form with a browser, and presses the button again when no answer came. */
class Resident {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
	private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([0-9A-Z-]+)\"");
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(PATIENCE).build();
	private final String base;

	Resident(String base) {
		this.base = base;
	}

	/** @return the tracking code on the slip; empty when no answer came, so that nobody knows whether it was taken */
	Optional<String> report(String token, String narrative) {
		try {
			var page = get("/report");
			var csrf = CSRF.matcher(page.body());
			if (page.statusCode() != 200 || !csrf.find()) {
				return Optional.empty();
			}
			var slip = post("/report", Map.of("_csrf", csrf.group(1), "token", token, "seen", "yes", "place", "lingxiu-7",
					"kind", "drainage", "narrative", narrative));
			var code = CODE.matcher(slip.body());
			return slip.statusCode() == 200 && code.find() ? Optional.of(code.group(1)) : Optional.empty();
		} catch (IOException e) {
			return Optional.empty();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	/** What the page behind a code answers. */
	int track(String code) throws IOException, InterruptedException {
		return get("/track/" + code.replace("-", "")).statusCode();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
		var form = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(),
				StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
		return client.send(HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE)
				.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(),
				BodyHandlers.ofString());
	}
}
