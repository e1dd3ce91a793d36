package cn.cuobian.faults;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import cn.cuobian.PlainVisitor;

/** Somebody who fills in the public form, and presses the button again when no answer came. */
class Resident {

	private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([0-9A-Z-]+)\"");

	private final PlainVisitor visitor;

	Resident(String base) {
		visitor = new PlainVisitor(base);
	}

	/** @return the tracking code on the slip; empty when no answer came, so that nobody knows whether it was taken */
	Optional<String> report(String token, String narrative) {
		try {
			var slip = visitor.send("/report", "/report", Map.of("token", token, "seen", "yes", "place", "lingxiu-7", "kind",
					"drainage", "narrative", narrative));
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
		return visitor.get("/track/" + code.replace("-", "")).statusCode();
	}
}
