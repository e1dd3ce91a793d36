package cn.cuobian.clocks;

import java.time.Instant;

/** What the sweep reads of a clock whose next rung is due. */
record RungClock(long id, String subject, String code, String taskId, String place, Limit limit, Instant started, Instant due, int extra) {
}
