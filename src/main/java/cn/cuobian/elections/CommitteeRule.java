package cn.cuobian.elections;

/**
 * A row of {@code bpmn/elections/committee-rules.dmn}.
 *
 * @param least members, and {@code most}
 * @param termYears at most
 * @param recallPart so many of {@code recallOf} members may propose a recall: 1 of 3
 * @param recallPercent of heads and of area that owners need to propose one
 * @param proxyCap owners one person may vote for
 */
record CommitteeRule(int least, int most, boolean odd, int termYears, int recallPart, int recallOf, int recallPercent, int proxyCap,
		String source) {
}
