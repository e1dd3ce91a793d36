package cn.cuobian.matters;

import java.time.Clock;
import java.util.Map;

import cn.cuobian.engine.ProcessBean;
import org.springframework.stereotype.Component;

/**
 * What a drawing may do to a matter. Every verb may be told twice: the second time finds the thing done.
 */
@Component
@ProcessBean("matters")
public class MatterVerbs {

	private final Matters matters;
	private final Timeline timeline;
	private final Clock clock;

	MatterVerbs(Matters matters, Timeline timeline, Clock clock) {
		this.matters = matters;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** The tier on which it begins: nothing below was tried. */
	public void beginOnTier(long matterId, String tier) {
		matters.change(matterId, matter -> matter.begin(Tier.of(tier)));
	}

	/**
	 * The matter now stands on this tier: higher means raised, lower means returned.
	 *
	 * @param tier {@code building}, {@code hall}, {@code meeting}, {@code leader} or {@code district}
	 */
	public void enterTier(long matterId, String tier) {
		matters.change(matterId, matter -> {
			Tier to = Tier.of(tier);
			if (to.isAbove(matter.tier())) {
				matter.raise(to);
			} else if (matter.tier().isAbove(to)) {
				matter.returnTo(to);
			}
		});
	}

	/** Whether it is being worked on: neither answered nor ended, or opened again by the resident. */
	public boolean isOpen(long matterId) {
		return matters.find(matterId).orElseThrow().state() == MatterState.OPEN;
	}

	/** Writes a line into the record; its words stand in the messages under {@code matters.note.<key>}. */
	public void note(long matterId, String key) {
		matters.change(matterId, matter -> timeline.add(matterId, TimelineKind.NOTED, Map.of("note", key)));
	}

	/** The answer that a caseworker wrote goes to the resident. */
	public void answered(long matterId) {
		matters.change(matterId, matter -> {
			if (matter.state() == MatterState.OPEN) {
				matter.answer(clock.instant());
			}
		});
	}

	/** The time for a rating passed without one. */
	public void unrated(long matterId) {
		matters.change(matterId, matter -> timeline.add(matterId, TimelineKind.UNRATED, Map.of()));
	}

	/** The resident was not satisfied, or asked for more: the matter is open again. */
	public void reopened(long matterId) {
		matters.change(matterId, matter -> {
			if (matter.state() == MatterState.ANSWERED) {
				matter.reopen(null, clock.instant());
			}
		});
	}

	/** The rating was bad, and the procedure takes the matter up again; the next answer may be rated anew. */
	public void takenUpAgain(long matterId) {
		matters.change(matterId, matter -> {
			if (matter.state() == MatterState.ANSWERED) {
				matter.takeUpAgain(clock.instant());
			}
		});
	}

	/** The resident took it back. */
	public void withdrawn(long matterId) {
		matters.change(matterId, matter -> {
			if (matter.state() == MatterState.OPEN) {
				matter.withdraw(null, clock.instant());
			}
		});
	}

	/** We are not competent; the answer says who is. */
	public void refused(long matterId) {
		matters.change(matterId, matter -> {
			if (matter.state() == MatterState.OPEN) {
				matter.refuse(clock.instant());
			}
		});
	}

	/** Everything is done: filed away. No matter ends without an answer, so an open one is answered first. */
	public void close(long matterId) {
		matters.change(matterId, matter -> {
			if (matter.state() == MatterState.OPEN) {
				matter.answer(clock.instant());
			}
			if (matter.state() == MatterState.ANSWERED) {
				matter.close(clock.instant());
			}
		});
	}
}
