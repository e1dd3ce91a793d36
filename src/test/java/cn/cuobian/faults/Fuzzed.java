package cn.cuobian.faults;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import cn.cuobian.refusals.Refusal;

/** What holds for every input of F14: it is taken, or refused with a sentence in both languages, after at most a second of work. */
public final class Fuzzed {

	/** Of the processor, not by the clock: other programs may run beside it. */
	private static final Duration LONGEST = Duration.ofSeconds(1);
	private static final int TRIES = 4;
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
	/** The control character that parts fields. */
	private static final String BETWEEN = "\u001F";

	private Fuzzed() {
	}

	/** Anything thrown but a refusal is what the search is for. What took long is tried again: it may have been the first to need many classes, each of which is rewritten to be watched. */
	public static void hand(Runnable input) {
		var took = took(input);
		for (int tried = 1; tried < TRIES && took.compareTo(LONGEST) > 0; tried++) {
			took = took(input);
		}
		if (took.compareTo(LONGEST) > 0) {
			throw new AssertionError("worked for " + took);
		}
	}

	private static Duration took(Runnable input) {
		long begun = THREADS.getCurrentThreadCpuTime();
		try {
			input.run();
		} catch (Refusal refusal) {
			refusal.parts().forEach(Fuzzed::requireSentence);
		}
		return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun);
	}

	public static void requireSentence(Refusal refusal) {
		var room = refusal.rule().substring(0, refusal.rule().indexOf('.'));
		for (var language : List.of(Locale.ROOT, Locale.ENGLISH)) {
			var sentence = ResourceBundle.getBundle("i18n/" + room, language).getString("refusal." + refusal.rule());
			new MessageFormat(sentence, language).format(refusal.arguments());
		}
	}

	/** The input as so many texts; those that are missing are empty. */
	public static List<String> fields(byte[] input, int count) {
		var fields = new ArrayList<>(List.of(text(input).split(BETWEEN, count)));
		while (fields.size() < count) {
			fields.add("");
		}
		return fields;
	}

	public static String text(byte[] input) {
		return new String(input, StandardCharsets.UTF_8);
	}

	public static String fields(String... fields) {
		return String.join(BETWEEN, fields);
	}
}
