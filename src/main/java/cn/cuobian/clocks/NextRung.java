package cn.cuobian.clocks;

import java.time.Instant;
import java.util.List;

/**
 * The rung a clock reaches next, as its row keeps it for the sweep.
 *
 * @param index its place among all rungs of the clock in the order of time; null with {@code at}: none is left
 */
record NextRung(Integer index, Instant at) {

	/** Nothing rings (any more, or as long as the clock is paused). */
	static final NextRung NONE = new NextRung(null, null);

	/** @param untold in the order of time */
	static NextRung of(List<Peal.Step> untold) {
		return untold.isEmpty() ? NONE : new NextRung(untold.get(0).index(), untold.get(0).at());
	}
}
