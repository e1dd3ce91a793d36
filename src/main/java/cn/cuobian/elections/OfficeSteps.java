package cn.cuobian.elections;

import java.time.Clock;
import java.time.LocalDate;

import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.elections.RecallRows.Motion;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Rolls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** First meeting, filing, and what a recall needs. */
@Component
class OfficeSteps implements Steps {

	private final ElectionRows rows;
	private final CommitteeRows committeeRows;
	private final Committees committees;
	private final RecallRows recalls;
	private final ElectionRules rules;
	private final Rolls rolls;
	private final JdbcClient db;
	private final Clock clock;

	OfficeSteps(ElectionRows rows, CommitteeRows committeeRows, Committees committees, RecallRows recalls, ElectionRules rules,
			Rolls rolls, JdbcClient db, Clock clock) {
		this.rows = rows;
		this.committeeRows = committeeRows;
		this.committees = committees;
		this.recalls = recalls;
		this.rules = rules;
		this.rolls = rolls;
		this.db = db;
		this.clock = clock;
	}

	@Override
	public void done(Step step) {
		switch (step.element()) {
			case "user_hold_first_meeting" -> met(step);
			case "user_submit_filing" -> submitted(step);
			case "user_answer_filing" -> filed(step);
			case "user_check_recall" -> checked(step);
			default -> { }
		}
	}

	private void met(Step step) {
		var chair = step.ids("chair");
		var deputies = step.ids("deputies");
		if (deputies.stream().anyMatch(chair::contains)) {
			throw Refusal.onField("deputies", "elections.chair-is-deputy");
		}
		var election = rows.find(step.id()).orElseThrow();
		var committee = committees.seat(election, past(step, "held_on"), chair, deputies);
		step.ids("chair_account").forEach(account -> committees.appointChair(committee, account));
	}

	private void submitted(Step step) {
		db.sql("insert into filing (election_id, submitted, papers) values (?, ?, ?)")
				.params(step.id(), past(step, "submitted_on"), step.text("papers")).update();
	}

	private void filed(Step step) {
		if ("taken".equals(step.decision())) {
			db.sql("update filing set answered = ?, receipt = ? where election_id = ?")
					.params(today(), step.words("receipt"), step.id()).update();
		}
	}

	/** One third of the members, or owners with a fifth of heads and of area (Guiding Rules 44). */
	private void checked(Step step) {
		var motion = recalls.last(step.id()).orElseThrow();
		var committee = committeeRows.find(step.id()).orElseThrow();
		if ("refuse".equals(step.decision())) {
			recalls.state(motion.id(), "REFUSED");
		} else if (!mayBePut(motion, committee)) {
			throw Refusal.onField("decision", "elections.recall-too-few");
		}
	}

	private boolean mayBePut(Motion motion, Committee committee) {
		var rule = rules.committee(committee.place(), Integer.MAX_VALUE);
		var roll = rolls.of(rows.find(committee.electionId()).orElseThrow().rollId());
		boolean byMembers = (long) motion.members() * rule.recallOf() >= (long) committee.seated() * rule.recallPart();
		boolean byOwners = 100L * motion.heads() >= (long) rule.recallPercent() * roll.heads()
				&& 100L * motion.area() >= rule.recallPercent() * roll.area();
		return byMembers || byOwners;
	}

	private LocalDate past(Step step, String key) {
		var day = step.day(key);
		if (day.isAfter(today())) {
			throw Refusal.onField(key, "elections.not-yet");
		}
		return day;
	}

	private LocalDate today() {
		return clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate();
	}
}
