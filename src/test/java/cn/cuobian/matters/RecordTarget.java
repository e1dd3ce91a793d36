package cn.cuobian.matters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import cn.cuobian.faults.Fuzzed;
import cn.cuobian.matters.TimelineChain.Link;

/**
 * F14: a line of a record and the same line with one character changed, or moved to the field beside it, have two hashes. Half a
 * character is left out: PostgreSQL keeps it as a question mark, and so it is hashed.
 */
public final class RecordTarget {

	private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
	/** Where the change is and what it is, each a character of two bytes. */
	private static final int HEAD = 2 * Character.BYTES;

	private RecordTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		if (input.length > HEAD + 1) {
			var signs = ByteBuffer.wrap(input).asCharBuffer();
			char other = signs.get();
			int where = signs.get() % signs.length();
			Fuzzed.hand(() -> compare(signs.toString(), where, other));
		}
	}

	private static void compare(String text, int where, char other) {
		var line = line(text.substring(0, where), text.substring(where));
		requireTwoHashes(line, line(text.substring(0, where), other + text.substring(where + 1)));
		requireTwoHashes(line, line(text.substring(0, where + 1), text.substring(where + 1)));
	}

	private static void requireTwoHashes(Link one, Link other) {
		if (!one.equals(other) && isWhole(one) && isWhole(other) && one.computed().equals(other.computed())) {
			throw new AssertionError("two lines with one hash");
		}
	}

	private static boolean isWhole(Link line) {
		return StandardCharsets.UTF_8.newEncoder().canEncode(line.kind()) && StandardCharsets.UTF_8.newEncoder().canEncode(line.payload());
	}

	private static Link line(String kind, String payload) {
		return new Link(7, 1, AT, kind, 3L, null, payload, TimelineChain.START, "");
	}
}
