package cn.cuobian.matters;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a matter's record.
 *
 * @param seq        1, 2, 3… without gaps
 * @param kind       one of the constants of {@link TimelineKind}, by name
 * @param actor      the person, or null when the resident or the process did it
 * @param onBehalfOf the person he stood in for as deputy, or null
 * @param payload    what happened, by name; words of forms under their labels
 */
public record TimelineEntry(long matterId, int seq, Instant at, TimelineKind kind, Long actor, Long onBehalfOf,
		Map<String, Object> payload) {

	/** A payload entry as text, empty if there is none. */
	public String text(String name) {
		Object value = payload.get(name);
		return value == null ? "" : value.toString();
	}
}
