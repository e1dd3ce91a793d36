package cn.cuobian.dispute;

import cn.cuobian.engine.ProcessBean;
import cn.cuobian.matters.Timeline;
import org.springframework.stereotype.Component;

/** What {@code bpmn/dispute/mediation.bpmn} writes down besides what mediators fill in. */
@Component
@ProcessBean(MediationModel.KEY)
public class MediationVerbs {

	/** The line of the record with which the mediation begins. */
	static final String BEGUN = "mediation.begun";

	private final MethodClocks clocks;
	private final Timeline timeline;

	MediationVerbs(MethodClocks clocks, Timeline timeline) {
		this.clocks = clocks;
		this.timeline = timeline;
	}

	/** From here the mediation's own time counts. */
	public void begin(long matterId) {
		clocks.givenOver(matterId);
		timeline.note(matterId, BEGUN);
	}

	/** A month passed without an agreement (Ministry of Justice rule 75, article 33: usually within one month). */
	public void timedOut(long matterId) {
		timeline.note(matterId, "mediation.timed-out");
	}

	/** @param form {@code written} or {@code oral} (People's Mediation Law, articles 28 to 30) */
	public void agreed(long matterId, String form) {
		timeline.note(matterId, "mediation.agreed-" + form);
	}

	/**
	 * @param outcome {@code applied} (in time; the court may decide after the thirty days), {@code confirmed},
	 *                {@code not-confirmed} or {@code not-applied} (People's Mediation Law, article 33)
	 */
	public void confirmation(long matterId, String outcome) {
		timeline.note(matterId, "mediation." + outcome);
	}

	/** Thirty days passed and nobody recorded an application. */
	public void notApplied(long matterId) {
		timeline.note(matterId, "mediation.window-over");
	}
}
