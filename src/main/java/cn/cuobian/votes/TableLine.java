package cn.cuobian.votes;

import java.util.List;

/** A line of an uploaded table as written; lines are counted as an editor or Excel does, from 1. */
record TableLine(long number, List<String> cells) {

	boolean isBlank() {
		return cells.stream().allMatch(String::isBlank);
	}
}
