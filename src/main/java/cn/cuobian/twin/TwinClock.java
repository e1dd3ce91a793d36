package cn.cuobian.twin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The time of the twin: stands still until somebody moves it. */
final class TwinClock extends Clock {

	private final ZoneId zone;
	private volatile Instant now;

	TwinClock(Instant now, ZoneId zone) {
		this.now = now;
		this.zone = zone;
	}

	void set(Instant instant) {
		now = instant;
	}

	/** Never back. */
	void forwardTo(Instant instant) {
		if (instant.isAfter(now)) {
			now = instant;
		}
	}

	@Override
	public Instant instant() {
		return now;
	}

	@Override
	public ZoneId getZone() {
		return zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		return new TwinClock(now, other);
	}
}
