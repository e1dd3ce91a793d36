package cn.cuobian.votes;

/** What can be done to a roll. */
enum RollAct {

	CREATED, IMPORTED, AREA, OWNERS, REPRESENTATIVE, OBJECTED, ANSWERED, FROZEN,
	/** Somebody looked at names and numbers in full. */
	REVEALED;

	/** Whether what stood before and after is a list of names. */
	boolean isAboutPeople() {
		return this == OWNERS || this == REPRESENTATIVE;
	}
}
