package cn.cuobian.clocks;

import java.util.List;

/**
 * Clocks are due at other instants than before: one after an act of a person, up to a thousand after a change of the
 * calendar. Published in the transaction that moved them; listeners write in batches.
 */
public record ClocksMoved(List<ClockMoved> clocks) {

	public ClocksMoved {
		clocks = List.copyOf(clocks);
	}
}
