package cn.cuobian.design;

import java.util.List;

/**
 * A step at which open matters wait, and what a draft does to them.
 *
 * @param matters how many wait, in all versions together
 * @param versions on which they run; null stands for one older than the first on record
 * @param lands the step of the draft they come to; null when nobody knows yet, or when they stay
 * @param stays somebody said that they finish on their old version
 * @param choices steps of the draft they could come to
 * @param wish the step that was said, or null
 * @param said whether somebody said so; else it follows from the ids
 * @param against why the draft does not take what was said, as names of messages
 */
record Impact(String model, String modelName, String element, String name, long matters, List<Integer> versions, Change change,
		String lands, String landsName, boolean stays, List<Choice> choices, String wish, boolean said, Time time, List<String> against) {

	/** What the draft does to the step itself. */
	enum Change { SAME, CHANGED, DROPPED }

	/** What becomes of the clock of those who come over. */
	enum Time { RUNS_ON, BEGINS, ENDS, NONE }

	/** A step that can be chosen. */
	record Choice(String element, String name) {
	}

	/** What was said, as the form gives it; an empty text for nothing. */
	public String answer() {
		return !said ? "" : stays ? Placements.STAY : wish;
	}

	/** Whether they would be left without a step. */
	public boolean isHomeless() {
		return !stays && lands == null;
	}
}
