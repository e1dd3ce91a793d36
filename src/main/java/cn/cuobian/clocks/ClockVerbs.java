package cn.cuobian.clocks;

import java.time.Instant;
import java.util.Date;

import cn.cuobian.engine.ProcessBean;
import org.springframework.stereotype.Component;

/** What a model may ask of the clocks; used in timers: {@code ${clocks.due('LADDER.HALL', matterId, place)}}. */
@Component
@ProcessBean("clocks")
public class ClockVerbs {

	private final Clocks clocks;

	ClockVerbs(Clocks clocks) {
		this.clocks = clocks;
	}

	/** The due instant of the matter's open clock of this code, far away while it is paused; the first call starts the clock. */
	public Date due(String code, long matterId, String place) {
		return due(code, matterId, place, 0);
	}

	/** The same for one of several parallel parts, such as one department's assignment. */
	public Date due(String code, long matterId, String place, long part) {
		return Date.from(clocks.open(code, "matter:" + matterId, place, part).due());
	}

	/** As {@link #due(String, long, String)}, for what is no matter, such as {@code election:5}. */
	public Date dueFor(String code, String subject, String place) {
		return dueFor(code, subject, place, 0);
	}

	/** The same for one of several parallel parts, such as one candidate. */
	public Date dueFor(String code, String subject, String place, long part) {
		return Date.from(clocks.open(code, subject, place, part).due());
	}

	/** As {@link #stop(String, long)}, for what is no matter. */
	public void metFor(String code, String subject) {
		clocks.stop(code, subject, true);
	}

	/**
	 * An instant that people fixed and announced, such as the opening of a vote; it opens no clock.
	 *
	 * @param code of the limit that bound them when they fixed it
	 * @param instant {@code 2026-06-01T01:00:00Z}
	 */
	public Date appointed(String code, String instant) {
		clocks.known(code);
		return Date.from(Instant.parse(instant));
	}

	/** Stops a clock that belongs to no task: what was waited for has come, or its time is over. */
	public void stop(String code, long matterId) {
		clocks.stop(code, "matter:" + matterId, true);
	}
}
