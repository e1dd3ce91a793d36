package cn.cuobian.dispute;

import cn.cuobian.dispute.Dispute.Convenor;
import cn.cuobian.engine.ProcessBean;
import cn.cuobian.matters.MatterVerbs;
import cn.cuobian.matters.Timeline;
import org.springframework.stereotype.Component;

/** What {@code dispute.bpmn} and {@code district_list.bpmn} do to a dispute besides waiting for people. */
@Component
@ProcessBean(DisputeModel.KEY)
public class DisputeVerbs {

	private final Disputes disputes;
	private final MethodClocks clocks;
	private final Satisfaction satisfaction;
	private final FollowUps followUps;
	private final MatterVerbs matters;
	private final Timeline timeline;

	DisputeVerbs(Disputes disputes, MethodClocks clocks, Satisfaction satisfaction, FollowUps followUps,
			MatterVerbs matters, Timeline timeline) {
		this.disputes = disputes;
		this.clocks = clocks;
		this.satisfaction = satisfaction;
		this.followUps = followUps;
		this.matters = matters;
		this.timeline = timeline;
	}

	/** Takes the dispute in: the three days run, and the seven where they begin at intake. */
	public void begin(long matterId, String place) {
		disputes.begin(matterId);
		matters.beginOnTier(matterId, Convenor.BRANCH.tier());
		timeline.note(matterId, "dispute.begun");
		clocks.beginRound(matterId, place);
	}

	/** The parties sat together, whatever came of it. */
	public void deliberated(long matterId, String place) {
		clocks.deliberated(matterId, place);
	}

	/** Nobody sat together in three days: the community convenes instead, and the record says why. */
	public void notHeld(long matterId) {
		clocks.notDeliberated(matterId);
		convene(matterId, Convenor.COMMUNITY);
	}

	/** The compound came to no agreement, or a supervisor does not wait for it: the community convenes, with three days of its own. */
	public void raise(long matterId) {
		clocks.noLongerDeliberated(matterId);
		convene(matterId, Convenor.COMMUNITY);
	}

	public boolean isWithBranch(long matterId) {
		return disputes.of(matterId).convenor() == Convenor.BRANCH;
	}

	/** The post that convened, and therefore gives feedback. */
	public String convenor(long matterId) {
		return disputes.of(matterId).convenor().post();
	}

	/**
	 * The post that carries out.
	 *
	 * @param doer whom the deliberation named; nobody if it came back from the list: then those who convened
	 */
	public String carrier(long matterId, String doer) {
		return doer == null || doer.isBlank() ? convenor(matterId) : doer;
	}

	/** Seven days are over and it is not carried out: the resident is told how far it is. */
	public void feedbackDue(long matterId) {
		clocks.notFedBack(matterId);
	}

	/** The resident was told how far it is; the next seven days begin. */
	public void toldProgress(long matterId, String place) {
		clocks.fedBack(matterId);
		timeline.note(matterId, "dispute.progress-told");
		clocks.deliberated(matterId, place);
	}

	/** The resident is told the result. */
	public void fedBack(long matterId) {
		clocks.fedBack(matterId);
	}

	/** What follows from what the resident thinks: {@code archive}, {@code again} or {@code list}. */
	public String weigh(long matterId) {
		clocks.rated(matterId);
		return satisfaction.weigh(matterId);
	}

	/** Another round, with the resident's reason; the branch convenes. */
	public void again(long matterId, String place) {
		convene(matterId, Convenor.BRANCH);
		timeline.note(matterId, "dispute.again");
		clocks.beginRound(matterId, place);
	}

	/** From here the district's month counts, no longer the seven days. */
	public void enterList(long matterId) {
		clocks.givenOver(matterId);
		matters.enterTier(matterId, "district");
		timeline.note(matterId, "dispute.listed");
	}

	/** @param person id of whom the district meeting named */
	public void follow(long matterId, String person) {
		followUps.name(matterId, person);
	}

	/** Whom the district meeting named; his task is his from the first moment. */
	public String follower(long matterId) {
		return followUps.named(matterId);
	}

	/** A month was reported, the next one begins. */
	public void month(long matterId) {
		timeline.note(matterId, "dispute.month-reported");
	}

	/** A month passed without a report: it goes back to the meeting. */
	public void monthMissed(long matterId) {
		timeline.note(matterId, "dispute.month-missed");
	}

	private void convene(long matterId, Convenor convenor) {
		disputes.convenes(matterId, convenor);
		matters.enterTier(matterId, convenor.tier());
	}
}
