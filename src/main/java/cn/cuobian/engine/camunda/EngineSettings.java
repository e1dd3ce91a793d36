package cn.cuobian.engine.camunda;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code cuobian.engine.*}
 *
 * @param jobs whether this node fires timers; a test that wants them calls for them
 * @param jobThreads threads that run due timers; the connection pool must be larger
 * @param jobsAtOnce due timers taken in one go
 * @param pollWait pause between two looks for due timers after one was found
 * @param pollLongestWait pause between two looks on an idle node: a due timer is at most this late
 * @param jobLock after this time another node takes over the timers of a node that died
 * @param retries pauses after each failure of a timer's step, as ISO durations
 */
@ConfigurationProperties("cuobian.engine")
record EngineSettings(
		@DefaultValue("true") boolean jobs,
		@DefaultValue("4") int jobThreads,
		@DefaultValue("100") int jobsAtOnce,
		@DefaultValue("1s") Duration pollWait,
		@DefaultValue("2s") Duration pollLongestWait,
		@DefaultValue("45s") Duration jobLock,
		@DefaultValue({"PT10S", "PT1M", "PT5M", "PT30M"}) List<String> retries) {
}
