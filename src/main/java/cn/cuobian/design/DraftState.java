package cn.cuobian.design;

/** How far a draft has come. */
enum DraftState {

	/** Being drawn. */
	OPEN,
	/** Waits for an approver. */
	SUBMITTED,
	/** May be published. */
	APPROVED,
	PUBLISHED,
	/** The approver gave it back with words; it may be drawn on. */
	RETURNED,
	/** Given up. */
	WITHDRAWN;

	public boolean isEditable() {
		return this == OPEN || this == RETURNED;
	}

	/** Whether nothing can happen to it any more. */
	public boolean isOver() {
		return this == PUBLISHED || this == WITHDRAWN;
	}
}
