package cn.cuobian.matters;

import java.util.Locale;

/**
 * What a line of the record tells.
 */
public enum TimelineKind {

	REPORTED, JOINED, OPENED, CLAIMED, RELEASED, CLAIM_LAPSED, HANDED_OVER, TAKEN_OVER, COMPLETED, LAPSED, RAISED,
	RETURNED, COMMENTED, ATTACHED, REVEALED, CONTACT_CORRECTED, CONTACT_DELETED, ANSWERED, RATED, UNRATED, REOPENED,
	WITHDRAWN, REFUSED, CLOSED, NOTED;

	/** Lower case with hyphens, as in message keys. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
