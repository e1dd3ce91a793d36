package cn.cuobian.figures;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/**
 * One line of a matter's record with what may leave the house: which step, never what was written.
 *
 * @param step     the task's name as drawn, else what happened
 * @param byPerson whether a person of the house did it
 * @param offeredTo groups {@code post@place} to which a task was opened
 */
record RecordedEvent(Instant at, String kind, String step, boolean byPerson, List<String> offeredTo) {

	static RecordedEvent of(Instant at, String kind, boolean byPerson, JsonNode payload) {
		List<String> groups = payload.path("groups").valueStream().map(JsonNode::stringValue).toList();
		return new RecordedEvent(at, kind, step(kind, payload), byPerson, groups);
	}

	private static String step(String kind, JsonNode payload) {
		String code = kind.toLowerCase(Locale.ROOT).replace('_', '-');
		if (payload.path("task").isString()) {
			return payload.path("task").stringValue();
		}
		if (payload.path("note").isString()) {
			return payload.path("note").stringValue();
		}
		return payload.path("to").isString() ? code + ":" + payload.path("to").stringValue() : code;
	}

	/** The transition of the standard life cycle of XES. */
	String transition() {
		return switch (kind) {
			case "OPENED" -> "schedule";
			case "CLAIMED" -> "assign";
			case "RELEASED", "CLAIM_LAPSED", "HANDED_OVER", "TAKEN_OVER" -> "reassign";
			case "LAPSED" -> "withdraw";
			default -> "complete";
		};
	}

	boolean isOfResident() {
		return switch (kind) {
			case "JOINED", "RATED", "REOPENED", "WITHDRAWN", "CONTACT_CORRECTED", "CONTACT_DELETED" -> !byPerson;
			default -> false;
		};
	}
}
