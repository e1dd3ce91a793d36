package cn.cuobian.votes;

/** What can be done to a roll. */
enum RollAct {

	/** Begun with the lines of another roll, which the reason names. */
	COPIED, IMPORTED, AREA, OWNERS, REPRESENTATIVE, OBJECTED, ANSWERED, FROZEN,
	/** Somebody looked at names and numbers in full. */
	REVEALED,
	/** Notices with names and check codes were printed. */
	PRINTED;

	/** Whether what stood before and after is a list of names. */
	boolean isAboutPeople() {
		return this == OWNERS || this == REPRESENTATIVE;
	}
}
