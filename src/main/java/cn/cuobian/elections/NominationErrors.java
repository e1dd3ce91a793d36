package cn.cuobian.elections;

import java.util.List;

import cn.cuobian.refusals.Refusal;

/** A list of nominations of which nothing was taken, with what is wrong line by line. */
class NominationErrors extends RuntimeException {

	private final transient List<Line> lines;

	NominationErrors(List<Line> lines) {
		super(lines.size() + " lines are wrong");
		this.lines = List.copyOf(lines);
	}

	/** @param number as the sheet shows it, the heading being line 1 */
	record Line(long number, Refusal refusal) {
	}

	List<Line> lines() {
		return lines;
	}
}
