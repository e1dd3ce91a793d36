package cn.cuobian.twin;

import java.time.Instant;
import java.time.ZoneId;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What is different in a twin: its time, its mail, and that nothing happens by itself. */
@ForTwin
@Configuration(proxyBeanMethods = false)
class TwinConfiguration {

	@Bean
	@Primary
	TwinClock twinClock() {
		return new TwinClock(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
	}

	@Bean
	NoSchedule taskScheduler() {
		return new NoSchedule();
	}

	@Bean
	CapturedMail capturedMail() {
		return new CapturedMail();
	}
}
