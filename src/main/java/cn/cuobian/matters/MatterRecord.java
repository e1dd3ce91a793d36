package cn.cuobian.matters;

import java.util.Map;

import cn.cuobian.matters.MatterEvent.MatterAnswered;
import cn.cuobian.matters.MatterEvent.MatterClosed;
import cn.cuobian.matters.MatterEvent.MatterRaised;
import cn.cuobian.matters.MatterEvent.MatterRated;
import cn.cuobian.matters.MatterEvent.MatterRefused;
import cn.cuobian.matters.MatterEvent.MatterReopened;
import cn.cuobian.matters.MatterEvent.MatterReturned;
import cn.cuobian.matters.MatterEvent.MatterWithdrawn;
import cn.cuobian.worklist.Worklist;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what happened to a matter into its record, and its new tier onto its tasks. */
@Component
class MatterRecord {

	private final Timeline timeline;
	private final Worklist worklist;

	MatterRecord(Timeline timeline, Worklist worklist) {
		this.timeline = timeline;
		this.worklist = worklist;
	}

	@EventListener
	void on(MatterRaised event) {
		add(event, TimelineKind.RAISED, Map.of("from", event.from().code(), "to", event.to().code()));
		worklist.retell(MatterFacts.subjectOf(event.matterId()));
	}

	@EventListener
	void on(MatterReturned event) {
		add(event, TimelineKind.RETURNED, Map.of("from", event.from().code(), "to", event.to().code()));
		worklist.retell(MatterFacts.subjectOf(event.matterId()));
	}

	@EventListener
	void on(MatterAnswered event) {
		add(event, TimelineKind.ANSWERED, Map.of("inWords", event.inWords()));
	}

	@EventListener
	void on(MatterRated event) {
		add(event, TimelineKind.RATED, Map.of("satisfaction", event.satisfaction()));
	}

	@EventListener
	void on(MatterReopened event) {
		add(event, TimelineKind.REOPENED, reason(event.reason()));
	}

	@EventListener
	void on(MatterWithdrawn event) {
		add(event, TimelineKind.WITHDRAWN, reason(event.reason()));
	}

	@EventListener
	void on(MatterRefused event) {
		add(event, TimelineKind.REFUSED, Map.of());
	}

	@EventListener
	void on(MatterClosed event) {
		add(event, TimelineKind.CLOSED, Map.of("rated", event.rated()));
	}

	private static Map<String, ?> reason(String words) {
		return words == null ? Map.of() : Map.of("reason", words);
	}

	private void add(MatterEvent event, TimelineKind kind, Map<String, ?> payload) {
		timeline.add(event.matterId(), kind, payload);
	}
}
