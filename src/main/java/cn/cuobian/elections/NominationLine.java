package cn.cuobian.elections;

/** A line of a list of nominations. @param number as the sheet shows it, the heading being line 1 */
record NominationLine(long number, NewCandidate wanted) {
}
