package cn.cuobian.votes;

/**
 * One line of the reconciliation: what was issued must be what was cast, spoiled or left over.
 *
 * @param kind {@link #CODES} as the software knows them, {@link #SHEETS} as hands counted them
 * @param explanation of a difference; empty where there is none
 */
record Reconciled(String kind, int issued, int cast, int spoiled, int unused, String explanation) {

	static final String CODES = "CODE";
	static final String SHEETS = "PAPER";

	/** What is missing; negative: what is too much. */
	public int difference() {
		return issued - cast - spoiled - unused;
	}
}
