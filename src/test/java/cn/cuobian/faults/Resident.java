package cn.cuobian.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import cn.cuobian.PlainVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who fills in the public form, and presses the button again when no answer came. */
class Resident {

	private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([0-9A-Z-]+)\"");

	private final PlainVisitor visitor;

	Resident(String base) {
		visitor = new PlainVisitor(base);
	}

	/**
	 * @return the tracking code on the slip; empty when no answer came, or the one that a busy house gives: nobody knows whether it was taken, press again
	 * @throws AssertionError when the server answered anything else
	 */
	Optional<String> report(String token, String narrative) {
		var answer = press(token, narrative, "lingxiu-7");
		assertThat(answer.status()).as("answer to a report: %s", answer.body()).isIn(0, 200, 503);
		return answer.code();
	}

	/**
	 * What came of pressing the button once.
	 *
	 * @param status 0 when no answer came, or no form to fill in
	 * @param code on the slip
	 */
	record Answer(int status, String body, Optional<String> code) {
	}

	Answer press(String token, String narrative, String place) {
		try {
			var answer = visitor.send("/report", "/report", Map.of("token", token, "seen", "yes", "place", place, "kind", "drainage", "narrative", narrative));
			var code = CODE.matcher(answer.body());
			return new Answer(answer.statusCode(), answer.body(), answer.statusCode() == 200 && code.find() ? Optional.of(code.group(1)) : Optional.empty());
		} catch (IOException e) {
			return new Answer(0, e.toString(), Optional.empty());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return new Answer(0, "interrupted", Optional.empty());
		}
	}

	/** Presses the button until there is an answer: a server that has just begun on a busy machine may be slow to give one. */
	Optional<String> reportUntilAnswered(String token, String narrative, Duration patience) {
		long limit = System.nanoTime() + patience.toNanos();
		var code = report(token, narrative);
		while (code.isEmpty() && System.nanoTime() < limit) {
			code = report(token, narrative);
		}
		return code;
	}

	/** What the page behind a code answers. */
	int track(String code) throws IOException, InterruptedException {
		return visitor.get("/track/" + code.replace("-", "")).statusCode();
	}
}
