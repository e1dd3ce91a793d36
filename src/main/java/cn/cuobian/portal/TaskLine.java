package cn.cuobian.portal;

/**
 * An open task in one line of a list, in the reader's words.
 *
 * @param step what is to be done
 * @param group the posts it is for
 * @param assignee who has taken it, empty when nobody has
 * @param due the last minute in which it is not too late, empty where no clock runs
 * @param left the time that is left or by how much it is overdue
 * @param urgency {@code overdue}, {@code pressing}, {@code calm}
 * @param workable whether the reader may claim and complete it
 */
record TaskLine(String id, String number, String title, String step, String kind, String tier, String place,
		String group, String assignee, boolean mine, String due, String left, String urgency, boolean workable) {

	/** Whether nobody has taken it. */
	public boolean isFree() {
		return assignee.isEmpty();
	}
}
