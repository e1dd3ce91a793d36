package cn.cuobian.elections;

/**
 * The term of a committee is about to end, and its re-election was called.
 *
 * @param electionId the election that was called
 * @param place code of the compound
 * @param title of the election
 */
public record ReElectionDue(long electionId, String place, String title) {
}
