package cn.cuobian.matters;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.matters.MatterEvent.MatterAnswered;
import cn.cuobian.matters.MatterEvent.MatterClosed;
import cn.cuobian.matters.MatterEvent.MatterRefused;
import cn.cuobian.matters.MatterEvent.MatterReopened;
import cn.cuobian.matters.MatterEvent.MatterReported;
import cn.cuobian.matters.MatterEvent.MatterWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The two clocks of a matter as a whole: until the resident is answered, and until everything is done and filed. They
 * belong to no task and no procedure, so a matter that changes from one to another gains no time by it.
 */
@Component
class MatterClocks {

	/** Until the resident can read an answer. */
	static final String ANSWER = "MATTER.ANSWER";
	/** Until the matter is filed away. */
	static final String SOLVE = "MATTER.SOLVE";

	/** A procedure that starts with the report may answer at once: then the clock has to be there. */
	private static final int BEFORE_PROCEDURES = -100;

	private final Clocks clocks;
	private final Matters matters;

	MatterClocks(Clocks clocks, Matters matters) {
		this.clocks = clocks;
		this.matters = matters;
	}

	@EventListener
	@Order(BEFORE_PROCEDURES)
	void on(MatterReported event) {
		clocks.start(ANSWER, MatterFacts.subjectOf(event.matterId()), event.place());
		clocks.start(SOLVE, MatterFacts.subjectOf(event.matterId()), event.place());
	}

	@EventListener
	void on(MatterAnswered event) {
		stop(event, ANSWER, true);
	}

	/** A new answer is owed, in a time of its own; what was solved too late does not become timely by asking again. */
	@EventListener
	void on(MatterReopened event) {
		clocks.start(ANSWER, MatterFacts.subjectOf(event.matterId()),
				matters.find(event.matterId()).orElseThrow().facts().place());
	}

	/** The resident was told who is competent, and here nothing is left to solve. */
	@EventListener
	void on(MatterRefused event) {
		stop(event, ANSWER, true);
		stop(event, SOLVE, false);
	}

	@EventListener
	void on(MatterWithdrawn event) {
		stop(event, ANSWER, false);
		stop(event, SOLVE, false);
	}

	@EventListener
	void on(MatterClosed event) {
		stop(event, SOLVE, true);
	}

	private void stop(MatterEvent event, String code, boolean done) {
		clocks.stop(code, MatterFacts.subjectOf(event.matterId()), done);
	}
}
