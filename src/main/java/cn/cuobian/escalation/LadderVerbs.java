package cn.cuobian.escalation;

import java.util.List;
import java.util.Locale;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.DueText;
import cn.cuobian.engine.ProcessBean;
import cn.cuobian.matters.MatterVerbs;
import cn.cuobian.matters.Tier;
import cn.cuobian.matters.Timeline;
import cn.cuobian.people.PostCatalog;
import org.springframework.stereotype.Component;

/** What {@code bpmn/escalation/ladder.bpmn} does to a matter besides waiting for people. */
@Component
@ProcessBean(LadderModel.KEY)
public class LadderVerbs {

	private final Triage triage;
	private final Climbs climbs;
	private final Assignments assignments;
	private final MatterVerbs matters;
	private final Timeline timeline;
	private final Clocks clocks;
	private final PostCatalog posts;

	LadderVerbs(Triage triage, Climbs climbs, Assignments assignments, MatterVerbs matters, Timeline timeline,
			Clocks clocks, PostCatalog posts) {
		this.triage = triage;
		this.climbs = climbs;
		this.assignments = assignments;
		this.matters = matters;
		this.timeline = timeline;
		this.clocks = clocks;
		this.posts = posts;
	}

	/** Puts the matter on the tier where it begins, and says on record why there. */
	public String triage(long matterId, String kind, boolean urgent, String scope) {
		var result = triage.of(kind, urgent, scope);
		climbs.begin(new Climb(matterId, result.talk(), result.tier()));
		matters.beginOnTier(matterId, result.tier().code());
		timeline.note(matterId, "triaged." + result.forum());
		return result.tier().code();
	}

	/** Whether it is talked over fast (急事快议). */
	public boolean isFast(long matterId) {
		return climbs.of(matterId).talk() == Talk.URGENT;
	}

	/** The matter now stands on this tier; coming from another one it was raised or returned. */
	public void enter(long matterId, String tier) {
		climbs.stands(matterId, Tier.of(tier));
		matters.enterTier(matterId, tier);
	}

	/** Nobody decided in time: the reason why the matter goes on by itself. */
	public void timedOut(long matterId) {
		clocks.lastExpired(subject(matterId)).ifPresent(
				clock -> timeline.note(matterId, "timed-out." + clock.code(), DueText.of(clock.due())));
	}

	/** Gives each department its part. */
	public void assign(long matterId, String departments) {
		assignments.assign(matterId, departments);
	}

	/** The parts that departments still have to do. */
	public List<Long> assignments(long matterId) {
		return assignments.open(matterId);
	}

	/** The post that answers for the department. */
	public String liaison(long part) {
		return assignments.byId(part).department();
	}

	/** The department answered: {@code done}, {@code planned} or {@code not-ours}. */
	public void reported(long part, String result) {
		assignments.reported(part, result);
	}

	/** The department did not answer in time; the leader sees that when he accepts the results. */
	public void overdue(long part) {
		assignments.overdue(part);
		var assignment = assignments.byId(part);
		var post = posts.get(assignment.department());
		timeline.note(assignment.matterId(), "department-overdue", post.name(Locale.CHINESE), post.name(Locale.ENGLISH));
	}

	/** These departments have to do their part again. */
	public void sendBack(long matterId, String departments) {
		assignments.sendBack(matterId, departments);
	}

	/** Who carries out what was decided: a post of the tier that decided, or the department that leads. */
	public String solved(long matterId) {
		return switch (climbs.of(matterId).tier()) {
			case BUILDING -> "building-steward";
			case HALL -> "property-manager";
			case MEETING -> "joint-meeting-secretary";
			case LEADER -> assignments.leading(matterId).orElse("joint-meeting-secretary");
			case DISTRICT -> throw new IllegalStateException("The ladder does not reach the district list");
		};
	}

	/** The tier on which a reopened matter goes on. */
	public String resume(long matterId) {
		return climbs.of(matterId).next().code();
	}

	private static String subject(long matterId) {
		return "matter:" + matterId;
	}
}
