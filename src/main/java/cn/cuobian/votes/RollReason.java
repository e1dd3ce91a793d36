package cn.cuobian.votes;

import cn.cuobian.refusals.Refusal;

/** Why something is done to a roll, in words that stay on record. */
final class RollReason {

	/** Shortest reason, in characters: "..." is none. */
	static final int SHORTEST = 4;
	/** Longest reason, in characters. */
	static final int LONGEST = 500;

	private RollReason() {
	}

	/** @throws Refusal beside the field {@code reason} */
	static String of(String text) {
		var reason = text == null ? "" : text.strip();
		if (reason.length() < SHORTEST || reason.length() > LONGEST || reason.matches("\\P{L}*")) {
			throw Refusal.onField("reason", "votes.roll-reason", String.valueOf(SHORTEST), String.valueOf(LONGEST));
		}
		return reason;
	}
}
