package cn.cuobian.supervision;

/**
 * An open clock in one line of the board, in the reader's words.
 *
 * @param clock what is timed
 * @param step the task it runs for, or empty
 * @param who has it, or the post that may take it
 * @param due the last minute in which it is in time, empty while it is paused
 * @param left the working days that are left or by which it is overdue
 * @param page path of the matter, the election or the committee
 * @param urgency {@code overdue}, {@code today}, {@code soon}, {@code calm} or {@code paused}
 * @param likely the chance that it will be late, from how clocks like it ended; empty where nothing can be said
 */
record BoardLine(long id, String number, String title, String kind, String tier, String clock, String step, String place, String who,
		boolean free, String due, String left, String urgency, String likely, boolean asked, int urged, boolean listed, String taskId, String page) {
}
