package cn.cuobian.elections;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.cuobian.engine.Processes;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The elections of owners' committees. */
@Component
public class Elections {

	static final String MODEL = "owners_committee";
	/** Nobody in particular: the term of a committee called the election. */
	static final long BY_PROCEDURE = 0;
	private static final Set<String> SCHEDULES = Set.of("statutory", "fast31");
	private static final Set<String> KINDS = Set.of(Election.FIRST, Election.RE_ELECTION);

	private final ElectionRows rows;
	private final CommitteeRows committees;
	private final ElectionRules rules;
	private final ElectionRights rights;
	private final ElectionLog log;
	private final Milestones milestones;
	private final Places places;
	private final Processes processes;
	private final Clock clock;

	Elections(ElectionRows rows, CommitteeRows committees, ElectionRules rules, ElectionRights rights, ElectionLog log,
			Milestones milestones, Places places, Processes processes, Clock clock) {
		this.rows = rows;
		this.committees = committees;
		this.rules = rules;
		this.rights = rights;
		this.log = log;
		this.milestones = milestones;
		this.places = places;
		this.processes = processes;
		this.clock = clock;
	}

	/**
	 * Takes an application in; from here the drawing leads.
	 *
	 * @return id of the election
	 * @throws Refusal 403 for who is no election officer there; several at once for what is wrong with it
	 */
	@Transactional
	public long begin(NewElection wanted, Viewer viewer) {
		check(wanted);
		rights.require(rights.runs(viewer, wanted.place()));
		var old = wanted.kind().equals(Election.RE_ELECTION) ? committees.inOffice(wanted.place()).map(Committee::id).orElse(null) : null;
		return start(wanted, old, viewer.personId());
	}

	/** What the term of a committee calls: its re-election, or a by-election for vacant seats. */
	long call(NewElection wanted, Committee committee) {
		return start(wanted, committee.id(), BY_PROCEDURE);
	}

	private long start(NewElection wanted, Long committeeId, long by) {
		var election = new Election(rows.nextId(), wanted.place(), wanted.title().strip(), wanted.kind(), wanted.schedule(),
				ElectionState.ASKED, wanted.seats(), wanted.alternates(), null, committeeId, clock.instant(), null);
		rows.insert(election, by);
		milestones.plan(election);
		log.by(election.subject(), by, "begun", election.kind(), election.schedule());
		processes.start(MODEL, election.subject(), Map.of("subject", election.subject(), "electionId", election.id(), "place",
				election.place(), "kind", election.kind()));
		return election.id();
	}

	/** @throws Refusal 404 */
	public Election of(long id) {
		return rows.find(id).orElseThrow(Refusal::notFound);
	}

	/** For somebody who may read it. @throws Refusal 404 */
	Election of(long id, Viewer viewer) {
		return rows.find(id).filter(election -> rights.reads(viewer, election.place())).orElseThrow(Refusal::notFound);
	}

	/** Nobody else changes it before the transaction ends. @throws Refusal 404 */
	Election locked(long id) {
		return rows.lock(id).orElseThrow(Refusal::notFound);
	}

	/** The newest first, as far as the viewer reads them. */
	List<Election> seenBy(Viewer viewer, long before, int most) {
		var own = rights.placesOf(viewer);
		return rows.newest(before, most * 20).stream()
				.filter(election -> places.find(election.place()).filter(place -> own.stream().anyMatch(place.path()::startsWith)).isPresent())
				.limit(most).toList();
	}

	/**
	 * Orders that the election is annulled (PMR 19): what runs stops, and all owners are told.
	 *
	 * @throws Refusal 403 for others than the sub-district's office; 409 when it is over
	 */
	@Transactional
	public void annul(long id, String words, Viewer viewer) {
		var election = locked(id);
		rights.require(rights.annuls(viewer, election.place()));
		election.requireRunning();
		log.said(election.subject(), viewer.personId(), "annulment-ordered", "", required(words));
		processes.tell("election_annulled", election.subject(), Map.of());
	}

	/** @throws Refusal on the field {@code words} */
	static String required(String words) {
		if (words == null || words.isBlank() || words.strip().length() > 1000) {
			throw Refusal.onField("words", "elections.words", 1000);
		}
		return words.strip();
	}

	private void check(NewElection wanted) {
		var wrong = new ArrayList<Refusal>();
		var place = wanted.place() == null ? null : places.find(wanted.place()).filter(one -> one.level() == Level.COMPOUND).orElse(null);
		if (place == null) {
			wrong.add(Refusal.onField("place", "elections.no-compound"));
		}
		if (wanted.title() == null || wanted.title().isBlank() || wanted.title().strip().length() > NewElection.MAX_TITLE) {
			wrong.add(Refusal.onField("title", "elections.title", NewElection.MAX_TITLE));
		}
		if (!KINDS.contains(String.valueOf(wanted.kind()))) {
			wrong.add(Refusal.onField("kind", "elections.kind"));
		}
		if (!SCHEDULES.contains(String.valueOf(wanted.schedule()))) {
			wrong.add(Refusal.onField("schedule", "elections.schedule"));
		}
		if (place != null) {
			checkCommittee(place, wanted, wrong);
		}
		if (!wrong.isEmpty()) {
			throw Refusal.several(wrong);
		}
	}

	private void checkCommittee(Place place, NewElection wanted, List<Refusal> wrong) {
		if (Election.RE_ELECTION.equals(wanted.kind()) && committees.inOffice(place.code()).isEmpty()) {
			wrong.add(Refusal.onField("kind", "elections.no-committee"));
		}
		if (Election.FIRST.equals(wanted.kind()) && committees.inOffice(place.code()).isPresent()) {
			wrong.add(Refusal.onField("kind", "elections.has-committee"));
		}
		int households = place.households() == null ? Integer.MAX_VALUE : place.households();
		try {
			new CandidateList(wanted.seats(), wanted.alternates(), 0).requireSeats(rules.committee(place.code(), households), true);
		} catch (Refusal refusal) {
			wrong.addAll(refusal.parts());
		}
	}
}
