package cn.cuobian.clocks;

import cn.cuobian.engine.Timers;
import cn.cuobian.engine.Timers.Moved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What changes the flow fires when the ledger says so: the engine's timers move with the clocks. */
@Component
class TimersFollow {

	private final Timers timers;

	TimersFollow(Timers timers) {
		this.timers = timers;
	}

	@EventListener
	void on(ClocksMoved moved) {
		timers.follow(moved.clocks().stream()
				.map(clock -> new Moved(clock.subject(), clock.code(), clock.part(), clock.taskId(), clock.to())).toList());
	}
}
