package cn.cuobian.benchmark;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.event.TransactionalEventListener;

import cn.cuobian.clocks.RungsReached;

/** When the last rung of each clock was told: once its transaction is committed, inbox and outbox included. */
@TestComponent
class RungTimes {

	private final Map<Long, Instant> told = new ConcurrentHashMap<>();

	@TransactionalEventListener
	void on(RungsReached event) {
		var now = Instant.now();
		event.rungs().forEach(rung -> told.put(rung.clockId(), now));
	}

	Instant of(long clockId) {
		return told.get(clockId);
	}
}
