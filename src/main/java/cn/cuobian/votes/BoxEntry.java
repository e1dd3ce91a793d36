package cn.cuobian.votes;

import java.time.Instant;

import cn.cuobian.vault.Sha256;

/**
 * A line of the chain.
 *
 * @param at in whole milliseconds, never before the line above
 * @param headNo number of the head in the roll, null where no ballot is meant
 * @param channel null where no ballot is meant
 * @param payload what the line says; null where it is sealed and the box still closed
 */
record BoxEntry(long voteId, long seq, Instant at, Kind kind, Integer headNo, CastChannel channel, String payload, String hash) {

	enum Kind {
		/** The box was shown to be empty; payload: SHA-256 of the sheet. */
		OPENED,
		/** A paper ballot was handed in and read once; payload: {@code -}. It may be read again, and cast, after the window. */
		RECEIVED,
		/** The first ballot of a head; payload: nonce and choices, or {@code -} in a secret vote. */
		CAST,
		/** A later ballot of the same head: only the last counts. */
		REPLACED,
		/** A candidate stands no more; payload: {@code question.candidate|words}. */
		WITHDRAWN,
		/** The window ends later; payload: {@code instant|words}. */
		EXTENDED,
		/** Payload: SHA-256 of the papers of a secret vote, else {@code -}. */
		CLOSED
	}

	/** What stands for nothing. */
	static final String NONE = "-";

	private static final int RECEIPT = 16;

	/** The hash of a line that follows another. */
	static String hash(String previous, long seq, Instant at, Kind kind, Integer headNo, CastChannel channel, String payload) {
		return Sha256.hex(String.join("\n", previous, String.valueOf(seq), at.toString(), kind.name(),
				headNo == null ? NONE : headNo.toString(), channel == null ? NONE : channel.name(), payload));
	}

	boolean isBallot() {
		return kind == Kind.CAST || kind == Kind.REPLACED;
	}

	/** What the payload of a real-name ballot says. */
	String choices() {
		return payload.substring(payload.indexOf('|') + 1);
	}

	/** The code the voter gets: the beginning of the hash, in groups of four. It is in the public list, and proves nothing else. */
	String receipt() {
		return receipt(hash);
	}

	static String receipt(String hash) {
		return hash.substring(0, RECEIPT).toUpperCase(java.util.Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
	}
}
