package cn.cuobian.votes;

/** How far a vote is. */
public enum VoteState {

	/** Being prepared; may be changed. */
	DRAFT,
	/** Its rules are public and fixed. */
	ANNOUNCED,
	/** Ballots may be cast, and nobody sees what they say. */
	OPEN,
	/** No ballot may be cast; the box may be opened. */
	CLOSED,
	/** The result is on record. */
	COUNTED,
	/** Stopped, with words; counts for nothing. */
	ANNULLED;

	/** Whether what lies in the box may be read. */
	public boolean isBoxOpened() {
		return this == CLOSED || this == COUNTED;
	}
}
