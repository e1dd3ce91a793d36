package cn.cuobian.figures;

import java.time.Instant;

/**
 * What clocks like this one make likely.
 *
 * @param breachPermille how many in a thousand that had used as much ended too late
 * @param expected       when half of them had ended
 * @param sample         how many clocks that is read from
 * @param basis          which clocks those were
 */
public record Forecast(long clockId, int breachPermille, Instant expected, int sample, Basis basis) {

	/** From which history it is read: the narrowest that is large enough. */
	public enum Basis {

		/** Same limit, same kind of matter, same sub-district. */
		KIND_AND_PLACE,
		/** Same limit and same kind of matter, anywhere. */
		KIND,
		/** Same limit in the same sub-district. */
		PLACE,
		/** Same limit. */
		LIMIT
	}
}
