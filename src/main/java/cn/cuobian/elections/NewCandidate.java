package cn.cuobian.elections;

/**
 * A name that is put forward.
 *
 * @param proposers owners who put him forward together; 0 for the other channels
 * @param unit code of a unit he owns, as on the roll
 * @param statement may be empty
 */
record NewCandidate(Channel channel, int proposers, String name, String unit, String statement, boolean partyMember, boolean publish) {

	static final int MAX_NAME = 60;
	static final int MAX_UNIT = 100;
	static final int MAX_STATEMENT = 1000;
}
