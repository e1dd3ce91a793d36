package cn.cuobian.instruments;

import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Every round of a scheduler has a number of its own. */
@Component
class TracedRounds implements ThreadPoolTaskSchedulerCustomizer {

	@Override
	public void customize(ThreadPoolTaskScheduler scheduler) {
		scheduler.setTaskDecorator(Trace::traced);
	}
}
