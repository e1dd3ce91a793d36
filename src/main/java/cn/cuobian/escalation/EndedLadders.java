package cn.cuobian.escalation;

import cn.cuobian.engine.ProcessEnded;
import cn.cuobian.matters.MatterEvent.MatterWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A matter that was withdrawn, on the ladder or on the district list, leaves no department with an open part. */
@Component
class EndedLadders {

	private final Assignments assignments;

	EndedLadders(Assignments assignments) {
		this.assignments = assignments;
	}

	@EventListener
	void on(MatterWithdrawn withdrawn) {
		assignments.cancelOpen(withdrawn.matterId());
	}

	@EventListener
	void on(ProcessEnded ended) {
		if (ended.modelKey().equals(LadderModel.KEY)) {
			assignments.cancelOpen(Long.parseLong(ended.subject().substring("matter:".length())));
		}
	}
}
