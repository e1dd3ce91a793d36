package cn.cuobian.clocks;

import java.time.Instant;

/** A line of the ledger; {@code part} is 0 where the matter has one clock of the code. */
record ClockRow(long id, String subject, String code, long part, Limit limit, Instant started, Instant due) {
}
