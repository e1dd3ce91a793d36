package cn.cuobian.clocks;

import java.time.Instant;

/**
 * A clock began to run. Published in the transaction that opened it.
 *
 * @param place code of the place it was opened for; may be null
 * @param due the first instant that is too late
 */
public record ClockOpened(long clockId, String subject, String code, long part, String place, Instant started, Instant due) {
}
