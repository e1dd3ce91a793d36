package cn.cuobian.clocks;

import java.util.List;

/**
 * Clocks reached rungs, each clock and rung exactly once. Published in the transaction that records it: what listeners
 * write is there if and only if the record is. May be thousands at once, so listeners write in batches.
 */
public record RungsReached(List<ReachedRung> rungs) {

	public RungsReached {
		rungs = List.copyOf(rungs);
	}
}
