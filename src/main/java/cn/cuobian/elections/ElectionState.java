package cn.cuobian.elections;

import java.util.Locale;

/** How far an election has come. */
public enum ElectionState {

	/** applied for, not accepted yet */
	ASKED,
	/** preparation group, register of owners, nominations and reviews */
	PREPARING,
	/** the list of candidates is fixed */
	LISTED,
	/** the owners know when they vote */
	ANNOUNCED,
	/** the box is open, or not counted yet */
	VOTING,
	/** elected; first meeting, filing and hand-over follow */
	ELECTED,
	/** the committee is in office and everything was handed over */
	DONE,
	/** the application did not meet the conditions */
	REFUSED,
	/** nobody could be elected: the residents' committee acts in its place (Guiding Rules 58) */
	FAILED,
	/** ordered to be annulled, or its result was overturned (PMR 19) */
	ANNULLED;

	/** For messages and pages: {@code asked}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	public boolean isOver() {
		return ordinal() >= DONE.ordinal();
	}
}
