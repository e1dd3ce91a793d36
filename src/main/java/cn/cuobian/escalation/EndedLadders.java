package cn.cuobian.escalation;

import cn.cuobian.engine.ProcessEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A matter that was withdrawn leaves no department with an open part. */
@Component
class EndedLadders {

	private final Assignments assignments;

	EndedLadders(Assignments assignments) {
		this.assignments = assignments;
	}

	@EventListener
	void on(ProcessEnded ended) {
		if (ended.modelKey().equals(LadderModel.KEY)) {
			assignments.cancelOpen(Long.parseLong(ended.subject().substring("matter:".length())));
		}
	}
}
