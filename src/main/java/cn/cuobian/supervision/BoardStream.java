package cn.cuobian.supervision;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import cn.cuobian.nodes.BellRung;
import cn.cuobian.nodes.Bells;
import cn.cuobian.nodes.NodeLeaves;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Place;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open boards that something in their territory changed; they fetch it themselves. One look into the table for the
 * whole node, however many browsers are open: when another node or this one rang, and now and then by itself.
 */
@Controller
class BoardStream {

	private static final int MOST = 500;
	private static final int MOST_EACH = 6;
	private static final long TEN_MINUTES = 600_000;
	/** A change that rang is told after so long, however many ring. */
	private static final int TICK_MILLIS = 250;
	private static final int TICKS_A_SECOND = 4;
	/** So often a stream is shown to be alive, and the table is looked into though nobody rang. */
	private static final int ALIVE_TICKS = 15 * TICKS_A_SECOND;
	/** Transactions commit in another order than they took their numbers: so far back a late one is still found. */
	private static final int BACK = 2_000;

	private final Changes changes;
	private final Bells bells;
	private final Territory territory;
	private final List<Browser> browsers = new CopyOnWriteArrayList<>();
	private final Set<Long> seen = new HashSet<>();
	private final Queue<Long> order = new ArrayDeque<>();
	private final AtomicBoolean rung = new AtomicBoolean();
	private volatile boolean leaving;
	private int tick;

	BoardStream(Changes changes, Bells bells, Territory territory) {
		this.changes = changes;
		this.bells = bells;
		this.territory = territory;
	}

	private record Browser(long person, List<Place> roots, SseEmitter out) {

		boolean isConcerned(List<Changes.Change> changed) {
			return changed.stream().anyMatch(change -> roots.stream().anyMatch(root -> change.path().startsWith(root.path())));
		}
	}

	/** A browser that comes back after ten minutes opens a new stream by itself. */
	@GetMapping(path = "/board/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter open(Viewer viewer) throws IOException {
		if (browsers.size() >= MOST || browsers.stream().filter(one -> one.person() == viewer.personId()).count() >= MOST_EACH) {
			throw new Refusal("supervision.too-many-boards").status(HttpStatus.TOO_MANY_REQUESTS);
		}
		var browser = new Browser(viewer.personId(), territory.roots(viewer), new SseEmitter(TEN_MINUTES));
		browser.out().onCompletion(() -> browsers.remove(browser));
		browser.out().onTimeout(browser.out()::complete);
		browser.out().send(SseEmitter.event().comment("open"));
		browsers.add(browser);
		if (leaving) {
			end(browser);
		}
		return browser.out();
	}

	@EventListener
	void on(BellRung bell) {
		if (bell.isAbout(Changes.BELL)) {
			rung.set(true);
		}
	}

	/** A browser opens its stream again by itself, at another node. */
	@EventListener
	void on(NodeLeaves leaves) {
		leaving = true;
		browsers.forEach(this::end);
	}

	@Scheduled(fixedDelay = TICK_MILLIS)
	void tick() {
		tick++;
		boolean unheard = !bells.areHeard() && tick % TICKS_A_SECOND == 0;
		if (rung.getAndSet(false) || unheard || tick % ALIVE_TICKS == 0) {
			look();
		}
	}

	void look() {
		if (browsers.isEmpty()) {
			return;
		}
		var fresh = changes.since(changes.newest() - BACK).stream().filter(change -> seen.add(change.id())).toList();
		fresh.forEach(change -> order.add(change.id()));
		while (order.size() > 2 * BACK) {
			seen.remove(order.remove());
		}
		boolean alive = tick % ALIVE_TICKS == 0;
		for (var browser : browsers) {
			if (browser.isConcerned(fresh)) {
				send(browser, SseEmitter.event().name("changed").data("1"));
			} else if (alive) {
				send(browser, SseEmitter.event().comment("alive"));
			}
		}
	}

	private void end(Browser browser) {
		browsers.remove(browser);
		browser.out().complete();
	}

	private void send(Browser browser, SseEmitter.SseEventBuilder event) {
		try {
			browser.out().send(event);
		} catch (IOException | IllegalStateException gone) {
			end(browser);
		}
	}
}
