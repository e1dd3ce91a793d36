package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The public form as a browser holds it, to be sent however often and to whichever node.
 *
 * @param cookie which shows that the form was ours
 * @param csrf   what belongs to it, encoded
 */
record OpenForm(String cookie, String csrf) {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
	private static final int TRIES = 20;

	/** Asks again while a busy machine asks to come again. */
	static OpenForm at(String base) {
		for (int left = TRIES; left > 0; left--) {
			var page = Crowd.press(1, only -> HttpRequest.newBuilder(URI.create(base + "/report"))).answers().get(0);
			var csrf = CSRF.matcher(page.body());
			if (page.statusCode() == 200 && csrf.find()) {
				return new OpenForm(page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0], encoded(csrf.group(1)));
			}
			assertThat(page.statusCode()).as("the form: %s", page.body()).isEqualTo(503);
		}
		throw new AssertionError("the form is not shown");
	}

	/** @param fields encoded, without that of the form itself */
	HttpRequest.Builder sentTo(String address, String fields) {
		return HttpRequest.newBuilder(URI.create(address)).header("Cookie", cookie).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("_csrf=" + csrf + "&" + fields));
	}

	static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}
}
