package cn.cuobian.elections;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.notices.Notices;
import cn.cuobian.territory.Places;
import cn.cuobian.votes.Rolls;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What everybody may see of an election, without an account: notices to object to, candidates, the schedule, the result. */
@Controller
class PublicElectionPages {

	private final Elections elections;
	private final CandidateRows candidates;
	private final PollRows polls;
	private final Milestones milestones;
	private final Notices notices;
	private final Rolls rolls;
	private final Places places;

	PublicElectionPages(Elections elections, CandidateRows candidates, PollRows polls, Milestones milestones, Notices notices, Rolls rolls,
			Places places) {
		this.elections = elections;
		this.candidates = candidates;
		this.polls = polls;
		this.milestones = milestones;
		this.notices = notices;
		this.rolls = rolls;
		this.places = places;
	}

	/**
	 * A candidate as strangers see him.
	 *
	 * @param name in full only with his consent, else 张**
	 * @param statement null without his consent
	 * @param partyMember null without his consent
	 * @param photo number of his picture, null without one or without his consent
	 */
	record Shown(int no, String name, String building, String statement, Boolean partyMember, Long photo, CandidateState state) {

		static Shown of(Candidate candidate) {
			boolean agreed = candidate.publish();
			return new Shown(candidate.no(), agreed ? candidate.name() : candidate.masked(), Masked.unit(candidate.unit()),
					agreed ? candidate.statement() : null, agreed ? candidate.partyMember() : null,
					agreed && candidate.photo() ? candidate.id() : null, candidate.state());
		}
	}

	@GetMapping("/elections/public/{id:[0-9]+}")
	ModelAndView election(@PathVariable long id) {
		var election = elections.of(id);
		var model = new HashMap<String, Object>(Map.of("election", election, "place", places.get(election.place()), "schedule",
				milestones.of(election), "notices", notices.about(election.subject()).stream()
						.sorted((one, other) -> Long.compare(other.id(), one.id())).toList(),
				"candidates", shown(election)));
		model.put("roll", election.rollId() == null ? null : rolls.of(election.rollId()));
		model.put("poll", polls.last(election.subject()).filter(PublicElectionPages::takesPlace).orElse(null));
		return new ModelAndView("elections/public", model);
	}

	/** 404 unless he stands there with his consent */
	@GetMapping(path = "/elections/public/{id:[0-9]+}/photos/{candidate:[0-9]+}", produces = MediaType.IMAGE_PNG_VALUE)
	ResponseEntity<byte[]> photo(@PathVariable long id, @PathVariable long candidate) {
		boolean shown = shown(elections.of(id)).stream().anyMatch(one -> Long.valueOf(candidate).equals(one.photo()));
		return ResponseEntity.of(candidates.photo(candidate).filter(picture -> shown));
	}

	private static boolean takesPlace(Poll poll) {
		return poll.voteId() != null && !Poll.TOO_FEW.equals(poll.outcome());
	}

	/** Nobody is shown before the list is fixed, nor who fell out of it. */
	private List<Shown> shown(Election election) {
		return candidates.of(election.id()).stream()
				.filter(candidate -> candidate.state() == CandidateState.LISTED || candidate.state().ordinal() >= CandidateState.ELECTED.ordinal())
				.map(Shown::of).toList();
	}
}
