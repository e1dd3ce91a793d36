package cn.cuobian.nodes;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What a node that is told to end does first. Its readiness is red by then; it goes on answering until a proxy has had time
 * to see that ({@code cuobian.node.farewell}), then lets go of open streams. Only afterwards the server takes no more connections.
 */
@Component
@ConditionalOnWebApplication
class Farewell implements SmartLifecycle {

	private final Duration length;
	private final ApplicationEventPublisher events;
	private volatile boolean running;

	Farewell(@Value("${cuobian.node.farewell:0s}") Duration length, ApplicationEventPublisher events) {
		this.length = length;
		this.events = events;
		// pictures would be written by way of files that a shutdown hook removes, and who answers while it leaves may add none
		ImageIO.setUseCache(false);
	}

	@Override
	public void start() {
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		try {
			TimeUnit.NANOSECONDS.sleep(length.toNanos());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		events.publishEvent(new NodeLeaves());
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** Before the server, which is the first of all others to stop. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE;
	}
}
