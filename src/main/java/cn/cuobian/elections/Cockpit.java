package cn.cuobian.elections;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.DueText;
import cn.cuobian.clocks.Running;
import cn.cuobian.elections.ElectionTasks.Step;
import cn.cuobian.notices.Notices;
import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Places;
import cn.cuobian.votes.Rolls;
import cn.cuobian.votes.VoteState;
import cn.cuobian.votes.Votes;
import org.springframework.stereotype.Component;

/** Everything the officer's page of an election shows: what is open, what is missing, the schedule with its slack. */
@Component
class Cockpit {

	private static final int LINES = 60;

	private final ElectionTasks tasks;
	private final Milestones milestones;
	private final Missing missing;
	private final GroupRows group;
	private final CandidateRows candidates;
	private final PollRows polls;
	private final CommitteeRows committees;
	private final ElectionLog log;
	private final ElectionRights rights;
	private final Notices notices;
	private final Votes votes;
	private final Rolls rolls;
	private final Clocks clocks;
	private final People people;
	private final Places places;

	Cockpit(ElectionTasks tasks, Milestones milestones, Missing missing, GroupRows group, CandidateRows candidates, PollRows polls,
			CommitteeRows committees, ElectionLog log, ElectionRights rights, Notices notices, Votes votes, Rolls rolls, Clocks clocks,
			People people, Places places) {
		this.tasks = tasks;
		this.milestones = milestones;
		this.missing = missing;
		this.group = group;
		this.candidates = candidates;
		this.polls = polls;
		this.committees = committees;
		this.log = log;
		this.rights = rights;
		this.notices = notices;
		this.votes = votes;
		this.rolls = rolls;
		this.clocks = clocks;
		this.people = people;
		this.places = places;
	}

	/** Many open steps of one kind in one line. @param task to open; any of them */
	record Open(String name, String basis, String article, int count, String task, String due, boolean overdue) {
	}

	/** @param by who did it; empty for the procedure */
	record Line(String at, String by, String event, String detail, String words) {
	}

	Map<String, Object> of(Election election, Viewer viewer, Locale locale) {
		var model = new HashMap<String, Object>();
		boolean runs = rights.runs(viewer, election.place());
		model.put("election", election);
		model.put("place", places.get(election.place()));
		model.put("open", open(election.subject(), locale));
		model.put("missing", missing.of(election, locale));
		model.put("schedule", milestones.of(election));
		model.put("clocks", clocks.ofSubject(election.subject()).stream().filter(running -> running.taskId() == null).toList());
		model.put("group", group.of(election.id()).members());
		model.put("roles", Role.values());
		model.put("roll", election.rollId() == null ? null : rolls.of(election.rollId()));
		model.put("standing", candidates.standing(election.id()).size());
		model.put("names", candidates.of(election.id()).size());
		model.put("notices", notices.about(election.subject()).stream().sorted((one, other) -> Long.compare(other.id(), one.id())).toList());
		model.put("committee", committees.ofElection(election.id()).orElse(null));
		model.put("lines", lines(election.subject(), runs || rights.reviews(viewer, election.place())));
		model.put("mayEdit", runs && !election.state().isOver());
		model.put("mayAnnul", rights.annuls(viewer, election.place()) && !election.state().isOver());
		model.put("typed", Map.of());
		model.put("wrong", Map.of());
		vote(election, model);
		return model;
	}

	private void vote(Election election, Map<String, Object> model) {
		var poll = polls.last(election.subject()).filter(last -> last.voteId() != null).orElse(null);
		model.put("poll", poll);
		boolean counting = poll != null && votes.of(poll.voteId()).state() != VoteState.ANNULLED
				&& votes.of(poll.voteId()).state().compareTo(VoteState.OPEN) >= 0;
		model.put("turnout", counting ? votes.turnout(poll.voteId()) : null);
	}

	List<Open> open(String subject, Locale locale) {
		var steps = tasks.open(subject);
		return steps.stream().map(Step::element).distinct().map(element -> {
			var same = steps.stream().filter(step -> step.element().equals(element)).toList();
			var first = same.get(0);
			var clock = same.stream().flatMap(step -> clocks.ofTask(step.taskId()).stream())
					.min(Comparator.comparing(Running::due));
			return new Open(locale.getLanguage().equals("en") ? first.nameEn() : first.name(), first.basis(), first.article(), same.size(),
					first.taskId(), clock.map(running -> DueText.of(running.due())).orElse(""), clock.map(Running::overdue).orElse(false));
		}).toList();
	}

	List<Line> lines(String subject, boolean withWords) {
		return log.of(subject, LINES).stream().map(line -> new Line(NoticeTexts.minute(line.at()),
				line.person() == null || line.person() == Elections.BY_PROCEDURE ? "" : people.nameOf(line.person()), line.event(), line.detail(),
				withWords ? line.words() : null)).toList();
	}
}
