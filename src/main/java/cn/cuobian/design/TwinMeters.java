package cn.cuobian.design;

import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How many twins of this node run: each is a process with a heap of its own. */
@Component
class TwinMeters {

	TwinMeters(MeterRegistry meters, Twins twins) {
		Gauge.builder("cuobian.twins", twins, Twins::running).description("Processes in which procedures are tried").register(meters);
	}
}
