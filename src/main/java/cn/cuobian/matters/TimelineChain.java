package cn.cuobian.matters;

import cn.cuobian.vault.Sha256;
import java.time.Instant;
import java.util.List;

/**
 * Links the lines of one record: each carries a SHA-256 over itself and the hash before it. The matter's row keeps the
 * number of lines and the last hash, so that a line taken off the end is missed as well.
 */
final class TimelineChain {

	/** What the first line follows. */
	static final String START = "0".repeat(Sha256.HEX_LENGTH);

	private TimelineChain() {
	}

	/** A line as the database holds it. {@code at} has whole milliseconds. */
	record Link(long matterId, int seq, Instant at, String kind, Long actor, Long onBehalfOf, String payload,
			String previous, String hash) {

		/** Every field with its length before it: no two different lines read the same. */
		String computed() {
			var text = new StringBuilder();
			for (Object part : new Object[] { matterId, seq, at.toEpochMilli(), kind, actor, onBehalfOf, payload, previous }) {
				String word = part == null ? "" : part.toString();
				text.append(part == null ? "-" : word.length()).append(':').append(word).append('\n');
			}
			return Sha256.hex(text.toString());
		}

		/** The same with its hash. */
		Link closed() {
			return new Link(matterId, seq, at, kind, actor, onBehalfOf, payload, previous, computed());
		}
	}

	/**
	 * Looks for the first line that is not what was written.
	 *
	 * @param links in the order of their seq
	 * @return its seq, or 0 if all is well; one more than the last line if lines are missing at the end
	 */
	static int firstBad(List<Link> links, int count, String head) {
		String previous = START;
		int expected = 1;
		for (Link link : links) {
			if (link.seq() != expected || !link.previous().equals(previous) || !link.hash().equals(link.computed())) {
				return expected;
			}
			previous = link.hash();
			expected++;
		}
		boolean whole = links.size() == count && previous.equals(head);
		return whole ? 0 : Math.min(expected, count + 1);
	}
}
