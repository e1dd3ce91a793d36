package cn.cuobian.elections;

import java.time.Clock;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Rolls;
import org.springframework.stereotype.Component;

/** From the application to the frozen roll. */
@Component
class PreparationSteps implements Steps {

	private final ElectionRows rows;
	private final GroupRows group;
	private final ElectionRules rules;
	private final Publicity publicity;
	private final Milestones milestones;
	private final Rolls rolls;
	private final Clocks clocks;
	private final Clock clock;

	PreparationSteps(ElectionRows rows, GroupRows group, ElectionRules rules, Publicity publicity, Milestones milestones, Rolls rolls,
			Clocks clocks, Clock clock) {
		this.rows = rows;
		this.group = group;
		this.rules = rules;
		this.publicity = publicity;
		this.milestones = milestones;
		this.rolls = rolls;
		this.clocks = clocks;
		this.clock = clock;
	}

	@Override
	public void done(Step step) {
		switch (step.element()) {
			case "user_check_mandate" -> mandate(step);
			case "user_compose_group" -> compose(election(step));
			case "user_answer_objections" -> answered(step);
			case "user_prepare_roll" -> rows.roll(step.id(), roll(election(step), step));
			case "user_freeze_roll" -> frozen(election(step));
			default -> { }
		}
	}

	private void mandate(Step step) {
		if ("refuse".equals(step.decision())) {
			rows.state(step.id(), ElectionState.REFUSED, clock.instant());
			return;
		}
		rows.schedule(step.id(), step.text("schedule"));
		rows.state(step.id(), ElectionState.PREPARING, null);
		milestones.plan(election(step));
	}

	/** From here sixty days run to the first assembly (Fujian regulation 13; ninety by Guiding Rules 15). */
	private void compose(Election election) {
		group.of(election.id()).check(rules.group(election.place()));
		clocks.start("PREP.MEETING", election.subject(), election.place());
	}

	private void answered(Step step) {
		for (var about : About.values()) {
			int open = publicity.open(step.id(), about);
			if (open > 0) {
				throw Refusal.onField("answered", "elections.objections-open", open);
			}
		}
	}

	private long roll(Election election, Step step) {
		long roll = Long.parseLong(step.text("roll"));
		if (!rolls.of(roll).place().equals(election.place()) || rolls.of(roll).heads() == 0) {
			throw Refusal.onField("roll", "elections.roll-empty");
		}
		return roll;
	}

	private void frozen(Election election) {
		if (!rolls.of(election.rollId()).isFrozen()) {
			throw Refusal.onField("frozen", "elections.roll-not-frozen");
		}
	}

	private Election election(Step step) {
		return rows.find(step.id()).orElseThrow();
	}
}
