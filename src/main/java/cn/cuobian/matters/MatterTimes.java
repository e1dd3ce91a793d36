package cn.cuobian.matters;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.springframework.stereotype.Component;

/** Instants as pages show them, in the clock's zone. Templates call it as {@code @matterTimes}. */
@Component
public class MatterTimes {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private final Clock clock;

	MatterTimes(Clock clock) {
		this.clock = clock;
	}

	/** {@code 2026-03-02} */
	public String day(Instant at) {
		return at == null ? "" : DAY.format(at.atZone(clock.getZone()));
	}

	/** {@code 2026-03-02 09:00} */
	public String minute(Instant at) {
		return at == null ? "" : MINUTE.format(at.atZone(clock.getZone()));
	}

	/** The last minute before a deadline: what is due at 24:00 is due on that day, not on the next. */
	public String until(Instant due) {
		return due == null ? "" : minute(due.minusSeconds(1));
	}
}
