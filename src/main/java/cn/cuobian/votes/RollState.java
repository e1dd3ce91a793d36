package cn.cuobian.votes;

/** A draft may be changed with a reason; a frozen roll only be corrected, after an objection and a decision. */
public enum RollState {

	DRAFT, FROZEN
}
