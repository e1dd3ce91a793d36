package cn.cuobian.elections;

/**
 * An application for an election.
 *
 * @param place code of a compound
 * @param kind {@code first} or {@code re-election}; by-elections are called by the term of a committee
 * @param schedule {@code statutory} or {@code fast31}
 * @param seats how many members the committee is to have
 * @param alternates at most so many
 */
public record NewElection(String place, String title, String kind, String schedule, int seats, int alternates) {

	/** Longest title, in characters. */
	static final int MAX_TITLE = 80;
}
