package cn.cuobian.dispute;

import cn.cuobian.matters.Matter;
import cn.cuobian.matters.MatterFile;
import cn.cuobian.matters.MatterState;
import cn.cuobian.matters.MatterVerbs;
import cn.cuobian.matters.Tier;
import org.springframework.stereotype.Component;

/** What follows from a rating, or from the resident asking for it to be done again. */
@Component
class Satisfaction {

	private final Disputes disputes;
	private final Rules rules;
	private final MatterFile file;
	private final MatterVerbs matters;

	Satisfaction(Disputes disputes, Rules rules, MatterFile file, MatterVerbs matters) {
		this.disputes = disputes;
		this.rules = rules;
		this.file = file;
		this.matters = matters;
	}

	/**
	 * A dissatisfied resident opens the matter again; what the district has solved once is not taken up a second time
	 * for a rating.
	 *
	 * @return {@code archive}, {@code again} or {@code list}
	 */
	String weigh(long matterId) {
		var matter = file.of(matterId);
		var rule = rules.at(matter.facts().place());
		boolean reopened = matter.state() == MatterState.OPEN;
		if (!reopened && (matter.tier() == Tier.DISTRICT || isGood(matter, rule.dissatisfiedUpTo()))) {
			return "archive";
		}
		matters.takenUpAgain(matterId);
		disputes.dissatisfied(matterId);
		return disputes.of(matterId).dissatisfied() < rule.dissatisfiedTimes() ? "again" : "list";
	}

	private static boolean isGood(Matter matter, int dissatisfiedUpTo) {
		return matter.rating().map(rating -> rating.satisfaction() > dissatisfiedUpTo).orElse(true);
	}
}
