package cn.cuobian.instruments;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.MDC;

/** The number under which everything that belongs to one request, or to one round of work, is found in the log. */
public final class Trace {

	/** Beside each line of the log. */
	public static final String ID = "trace";
	/** Number of the matter a line is about, where it is about one. */
	public static final String MATTER = "matter";

	/** W3C Trace Context, level 1: version, trace, parent, flags. A trace of zeros is none. */
	private static final Pattern PARENT = Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
	private static final int BYTES = 16;
	private static final SecureRandom RANDOM = new SecureRandom();

	private Trace() {
	}

	/** Each run under a number of its own. */
	public static Runnable traced(Runnable work) {
		return () -> {
			MDC.put(ID, next());
			try {
				work.run();
			} finally {
				forget();
			}
		};
	}

	/** What is logged from here on is about this matter. */
	public static void about(String number) {
		MDC.put(MATTER, number);
	}

	/** Of what is being done now; empty where nothing began one. */
	public static Optional<String> current() {
		return Optional.ofNullable(MDC.get(ID));
	}

	static void forget() {
		MDC.remove(ID);
		MDC.remove(MATTER);
	}

	/** Goes on with the caller's trace if the header names one, else begins one. */
	static String of(String traceparent) {
		Matcher parent = PARENT.matcher(traceparent == null ? "" : traceparent.strip());
		return parent.matches() ? parent.group(1) : next();
	}

	private static String next() {
		var bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}
}
