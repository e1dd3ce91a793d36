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
	 * @return the tracking code on the slip; empty when no answer came, so that nobody knows whether it was taken
	 * @throws AssertionError when the server answered, and it was not the slip
	 */
	Optional<String> report(String token, String narrative) {
		try {
			var slip = visitor.send("/report", "/report", Map.of("token", token, "seen", "yes", "place", "lingxiu-7", "kind",
					"drainage", "narrative", narrative));
			var code = CODE.matcher(slip.body());
			assertThat(slip.statusCode()).as("answer to a report: %s", slip.body()).isEqualTo(200);
			assertThat(code.find()).as("a code on the slip: %s", slip.body()).isTrue();
			return Optional.of(code.group(1));
		} catch (IOException e) {
			return Optional.empty();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
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
