package cn.cuobian.escalation;

/**
 * What the linked leader gave one department to do.
 *
 * @param department code of the department's post
 */
record Assignment(long id, long matterId, String department, State state, String result) {

	/** A result says {@code done}, {@code planned} or {@code not-ours}. */
	static final String NOT_OURS = "not-ours";

	enum State {
		ASSIGNED, REPORTED, OVERDUE, CANCELLED
	}

	boolean isOpen() {
		return state == State.ASSIGNED;
	}
}
