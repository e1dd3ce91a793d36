package cn.cuobian.clocks;

import java.time.Instant;
import java.util.function.IntFunction;

/**
 * How much of its limit an open clock has used.
 *
 * @param due      the first instant that is too late; {@link Clocks#NEVER} while it is paused
 * @param permille of the counted budget; 1000 and more once it is overdue
 * @param usedAt   when so many percent are or will be used, if nothing else is paused or extended
 */
public record Spending(long clockId, String subject, String code, String place, Instant due, int permille,
		IntFunction<Instant> usedAt) {
}
