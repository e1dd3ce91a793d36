package cn.cuobian.matters;

/**
 * What happened to a matter. Announced synchronously, in the transaction in which it happened; rooms above listen.
 * Nothing here is personal: listeners that need more ask {@link MatterFile}.
 */
public sealed interface MatterEvent {

	/** The matter it happened to. */
	long matterId();

	/** A matter was taken in, by a resident or for one. */
	record MatterReported(long matterId, String number, String place, String kind, boolean urgent)
			implements MatterEvent {
	}

	/** It went up a tier. */
	record MatterRaised(long matterId, Tier from, Tier to) implements MatterEvent {
	}

	/** It went back down to a lower tier. */
	record MatterReturned(long matterId, Tier from, Tier to) implements MatterEvent {
	}

	/** The resident can read an answer. */
	record MatterAnswered(long matterId, boolean inWords) implements MatterEvent {
	}

	/** The resident said how satisfied he is, 1 (not at all) to 5 (very). */
	record MatterRated(long matterId, int satisfaction) implements MatterEvent {
	}

	/** The resident asked for more, which he may once. The reason is for the record only; null if the process did it. */
	record MatterReopened(long matterId, String reason) implements MatterEvent {
	}

	/** The resident took it back. The reason is for the record only; null if none was given. */
	record MatterWithdrawn(long matterId, String reason) implements MatterEvent {
	}

	/** Somebody else is competent; the answer says who. */
	record MatterRefused(long matterId) implements MatterEvent {
	}

	/** It was filed away. */
	record MatterClosed(long matterId, boolean rated) implements MatterEvent {
	}
}
