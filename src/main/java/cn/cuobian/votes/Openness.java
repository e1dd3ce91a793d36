package cn.cuobian.votes;

/** Whether who voted what may be known once the box is closed. Before that it may never. */
public enum Openness {

	/** Open to an owner's lawful inspection afterwards (SPC interpretation on divided ownership, article 13). */
	REAL_NAME,
	/** Voters and choices stand in different tables with no key between them. */
	SECRET
}
