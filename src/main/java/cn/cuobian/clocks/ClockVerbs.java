package cn.cuobian.clocks;

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

	/** Stops a clock that belongs to no task: what was waited for has come, or its time is over. */
	public void stop(String code, long matterId) {
		clocks.stop(code, "matter:" + matterId, true);
	}
}
