package cn.cuobian.elections;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Rolls;
import org.springframework.stereotype.Component;

/** The list of candidates, and the plan of the assembly. */
@Component
class ListSteps implements Steps {

	private final ElectionRows rows;
	private final CandidateRows candidateRows;
	private final Candidates candidates;
	private final CommitteeRows committees;
	private final PollRows polls;
	private final ElectionRules rules;
	private final Rolls rolls;
	private final Clocks clocks;
	private final Clock clock;

	ListSteps(ElectionRows rows, CandidateRows candidateRows, Candidates candidates, CommitteeRows committees, PollRows polls,
			ElectionRules rules, Rolls rolls, Clocks clocks, Clock clock) {
		this.rows = rows;
		this.candidateRows = candidateRows;
		this.candidates = candidates;
		this.committees = committees;
		this.polls = polls;
		this.rules = rules;
		this.rolls = rolls;
		this.clocks = clocks;
		this.clock = clock;
	}

	@Override
	public void done(Step step) {
		switch (step.element()) {
			case "user_fix_list" -> fix(election(step), step);
			case "user_plan_assembly" -> plan(election(step), step);
			case "user_answer_failure" -> again(step);
			case "user_plan_recall" -> planRecall(step);
			default -> { }
		}
	}

	private void fix(Election election, Step step) {
		int seats = step.number("seats");
		var standing = candidateRows.standing(election.id());
		var list = new CandidateList(seats, step.number("alternates"), standing.size());
		var rule = rules.committee(election.place(), rolls.of(election.rollId()).units());
		if ("too-few".equals(step.decision())) {
			if (list.isEnough()) {
				throw Refusal.onField("decision", "elections.enough-candidates", seats, standing.size());
			}
			list.requireSeats(rule, !election.isByElection());
		} else {
			list.check(rule, !election.isByElection());
			candidates.requireOwners(election);
			standing.forEach(candidate -> candidateRows.state(candidate.id(), CandidateState.LISTED));
			rows.state(election.id(), ElectionState.LISTED, null);
		}
		rows.seats(election.id(), seats, list.alternates());
	}

	/** New names may be put forward again. */
	private void again(Step step) {
		if ("new-candidates".equals(step.decision())) {
			rows.state(step.id(), ElectionState.PREPARING, null);
		}
	}

	private void plan(Election election, Step step) {
		polls.insert(planned(election.subject(), election.place(), election.id(), null, election.rollId(), step));
	}

	private void planRecall(Step step) {
		var committee = committees.find(step.id()).orElseThrow();
		long roll = Long.parseLong(step.text("roll"));
		if (!rolls.of(roll).place().equals(committee.place()) || !rolls.of(roll).isFrozen()) {
			throw Refusal.onField("roll", "elections.roll-not-frozen");
		}
		polls.insert(planned(committee.subject(), committee.place(), null, committee.id(), roll, step));
	}

	private Poll planned(String subject, String place, Long electionId, Long committeeId, long rollId, Step step) {
		var opens = step.moment("opens");
		var closes = step.moment("closes");
		var extendsTo = step.moment("extends_to");
		var wrong = new ArrayList<Refusal>();
		if (today().isAfter(clocks.latestBefore("NOTICE.ASSEMBLY", place, day(opens)))) {
			wrong.add(Refusal.onField("opens", "elections.notice-too-short", earliest(place).toString()));
		}
		if (!closes.isAfter(opens.plus(Poll.LOOKED_AT_BEFORE))) {
			wrong.add(Refusal.onField("closes", "elections.closes-before-opens"));
		}
		if (extendsTo != null && !extendsTo.isAfter(closes)) {
			wrong.add(Refusal.onField("extends_to", "elections.extends-before-closes"));
		}
		if (!wrong.isEmpty()) {
			throw Refusal.several(wrong);
		}
		return new Poll(0, subject, electionId, committeeId, rollId, null, opens, closes, extendsTo, false, false,
				"secret".equals(step.text("openness")), step.number("proxy_cap"), step.words("where"), null);
	}

	/** The first day on which voting may begin if the notice goes out today. */
	private LocalDate earliest(String place) {
		var today = today();
		return today.datesUntil(today.plusDays(90)).filter(day -> !today.isAfter(clocks.latestBefore("NOTICE.ASSEMBLY", place, day)))
				.findFirst().orElseThrow();
	}

	private LocalDate today() {
		return day(clock.instant());
	}

	private static LocalDate day(Instant instant) {
		return instant.atZone(WorkingCalendar.ZONE).toLocalDate();
	}

	private Election election(Step step) {
		return rows.find(step.id()).orElseThrow();
	}
}
