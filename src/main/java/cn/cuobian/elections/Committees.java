package cn.cuobian.elections;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.elections.Committee.Member;
import cn.cuobian.engine.Processes;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The committees in office: who sits in them, who leaves, and what people propose. */
@Component
class Committees {

	static final String MODEL = "committee_term";
	/** Why a seat falls vacant (Guiding Rules 43 and 44). */
	static final Set<String> CAUSES = Set.of("no-owner", "incapable", "liberty", "resigned", "other");
	static final String RECALLED = "recalled";
	private static final String HAND_OVER = "MEMBER.HANDOVER";
	private static final String FILE_CHANGE = "COMM.CHANGE";

	private final CommitteeRows rows;
	private final RecallRows recalls;
	private final CandidateRows candidates;
	private final ElectionRules rules;
	private final ElectionRights rights;
	private final ElectionLog log;
	private final Clocks clocks;
	private final Processes processes;
	private final Chairs chairs;
	private final Clock clock;

	Committees(CommitteeRows rows, RecallRows recalls, CandidateRows candidates, ElectionRules rules, ElectionRights rights,
			ElectionLog log, Clocks clocks, Processes processes, Chairs chairs, Clock clock) {
		this.rows = rows;
		this.recalls = recalls;
		this.candidates = candidates;
		this.rules = rules;
		this.rights = rights;
		this.log = log;
		this.clocks = clocks;
		this.processes = processes;
		this.chairs = chairs;
		this.clock = clock;
	}

	/** @throws Refusal 404 */
	Committee of(long id, Viewer viewer) {
		return rows.find(id).filter(committee -> rights.reads(viewer, committee.place())).orElseThrow(Refusal::notFound);
	}

	/**
	 * The first meeting was held: its members sit, in a by-election beside those who are there.
	 *
	 * @param chair candidate; in a by-election also one who sat before
	 * @param deputies candidates
	 * @return the committee they sit in
	 */
	Committee seat(Election election, LocalDate heldOn, Set<Long> chair, Set<Long> deputies) {
		long id = election.isByElection() ? election.committeeId() : newCommittee(election, heldOn);
		var before = rows.find(id).orElseThrow();
		int rank = before.members().size();
		for (var candidate : elected(election)) {
			var duty = chair.contains(candidate.id()) ? Member.CHAIR : deputies.contains(candidate.id()) ? "DEPUTY" : "MEMBER";
			var state = candidate.state() == CandidateState.ELECTED ? Member.SEATED : Member.WAITING;
			rows.seat(id, candidate.id(), ++rank, duty, state, heldOn);
		}
		before.members().stream().filter(Member::isSeated).forEach(member -> choose(before, member, chair, deputies));
		log.add(Committee.SUBJECT_TYPE + ":" + id, "seated", election.id());
		return rows.find(id).orElseThrow();
	}

	/** There is one chair: whoever was it before those who were by-elected came is it no more if another was chosen. */
	private void choose(Committee before, Member member, Set<Long> chair, Set<Long> deputies) {
		if (chair.contains(member.candidateId())) {
			rows.duty(member.id(), Member.CHAIR);
		} else if (deputies.contains(member.candidateId())) {
			rows.duty(member.id(), "DEPUTY");
		} else if (member.isChair()) {
			rows.duty(member.id(), "MEMBER");
		}
		if (member.isChair() && !chair.contains(member.candidateId())) {
			chairs.leave(before);
		}
	}

	/** @throws Refusal on the field {@code chair_account} */
	void appointChair(Committee committee, long account) {
		var chair = committee.members().stream().filter(Member::isChair).findFirst().orElseThrow();
		chairs.appoint(committee, chair.name(), account);
	}

	/** Whether it has a chair whose account does not hold the post yet. */
	boolean lacksChair(Committee committee) {
		return committee.state().equals(Committee.IN_OFFICE) && !chairs.isHeld(committee);
	}

	/** The committee of this election has everything the one before it had. */
	void handedOver(Election election) {
		rows.ofElection(election.id()).ifPresent(chairs::handOver);
	}

	private long newCommittee(Election election, LocalDate heldOn) {
		int years = rules.committee(election.place(), Integer.MAX_VALUE).termYears();
		var from = startOf(election, heldOn);
		return rows.insert(election.place(), election.id(), election.seats(), from, from.plusYears(years).minusDays(1));
	}

	/** A committee that is elected before the old one's term ends follows it. */
	private LocalDate startOf(Election election, LocalDate heldOn) {
		return old(election).map(old -> old.termTo().plusDays(1)).filter(heldOn::isBefore).orElse(heldOn);
	}

	/** The committee whose term this one follows, if it is still in office. */
	Optional<Committee> old(Election election) {
		return election.isByElection() || election.committeeId() == null ? Optional.empty()
				: rows.find(election.committeeId()).filter(committee -> !committee.state().equals(Committee.ANNULLED));
	}

	/** Members first, in the order of their votes, then alternates. */
	private List<Candidate> elected(Election election) {
		var all = candidates.of(election.id());
		var members = all.stream().filter(candidate -> candidate.state() == CandidateState.ELECTED);
		var alternates = all.stream().filter(candidate -> candidate.state() == CandidateState.ALTERNATE);
		return Stream.concat(members, alternates).toList();
	}

	/**
	 * A seat falls vacant: its holder hands over within three days, the change is filed within thirty.
	 *
	 * @param cause one of {@link #CAUSES}
	 */
	@Transactional
	public void vacate(long committeeId, long memberId, String cause, String words, Viewer viewer) {
		var committee = locked(committeeId, viewer);
		if (!CAUSES.contains(String.valueOf(cause))) {
			throw Refusal.onField("cause", "elections.cause");
		}
		var said = Elections.required(words);
		leave(committee, seated(committee, memberId), cause);
		log.said(committee.subject(), viewer.personId(), "vacated", cause, said);
		if (processes.awaits("seat_vacant", committee.subject())) {
			processes.tell("seat_vacant", committee.subject(), Map.of());
		}
	}

	void leave(Committee committee, Member member, String cause) {
		rows.left(member.id(), today(), cause);
		if (member.isChair()) {
			chairs.leave(committee);
		}
		clocks.start(HAND_OVER, committee.subject(), committee.place());
		clocks.start(FILE_CHANGE, committee.subject(), committee.place());
	}

	/** What a change obliges to was done. @param code {@code MEMBER.HANDOVER} or {@code COMM.CHANGE} */
	@Transactional
	public void settled(long committeeId, String code, String words, Viewer viewer) {
		var committee = locked(committeeId, viewer);
		if (!Set.of(HAND_OVER, FILE_CHANGE).contains(String.valueOf(code))) {
			throw Refusal.notFound();
		}
		log.said(committee.subject(), viewer.personId(), "settled", code, Elections.required(words));
		clocks.stop(code, committee.subject(), true);
	}

	/**
	 * Members or owners propose to recall a member; whether so many may is checked before the owners vote.
	 *
	 * @param area of the owners who propose it, in 0.01 m²
	 */
	@Transactional
	public void proposeRecall(long committeeId, long memberId, int members, int heads, long area, String words, Viewer viewer) {
		var committee = locked(committeeId, viewer);
		seated(committee, memberId);
		if (members < 0 || heads < 0 || area < 0 || members + heads == 0) {
			throw Refusal.onField("members", "elections.recall-by-nobody");
		}
		var said = Elections.required(words);
		if (!processes.awaits("recall_proposed", committee.subject())) {
			throw new Refusal("elections.recall-runs").status(HttpStatus.CONFLICT);
		}
		recalls.propose(committeeId, memberId, members, heads, area);
		log.said(committee.subject(), viewer.personId(), "recall-proposed", String.valueOf(memberId), said);
		processes.tell("recall_proposed", committee.subject(), Map.of());
	}

	/** Its election was annulled: nobody sits any more. */
	void annulledWith(Election election) {
		rows.ofElection(election.id()).ifPresent(committee -> {
			if (processes.awaits("committee_annulled", committee.subject())) {
				processes.tell("committee_annulled", committee.subject(), Map.of());
			} else {
				rows.state(committee.id(), Committee.ANNULLED);
				chairs.leave(committee);
			}
		});
	}

	private Committee locked(long id, Viewer viewer) {
		var committee = rows.lock(id).orElseThrow(Refusal::notFound);
		rights.require(rights.runs(viewer, committee.place()));
		if (!committee.state().equals(Committee.IN_OFFICE)) {
			throw new Refusal("elections.not-in-office").status(HttpStatus.CONFLICT);
		}
		return committee;
	}

	private static Member seated(Committee committee, long memberId) {
		return committee.members().stream().filter(member -> member.id() == memberId && member.isSeated()).findFirst()
				.orElseThrow(() -> Refusal.onField("member", "elections.no-member"));
	}

	private LocalDate today() {
		return clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate();
	}
}
