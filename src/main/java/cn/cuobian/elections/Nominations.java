package cn.cuobian.elections;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.elections.Candidate.Origin;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Rolls;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is put forward, by himself, by the Party organisation or by owners together, one by one or in lists. Whoever is put
 * forward in several ways is one candidate with all of them.
 */
@Component
class Nominations {

	/** Held by 507 names in the largest drive known; ten times that is a mistake. */
	private static final int MOST = 5_000;

	private final CandidateRows rows;
	private final Elections elections;
	private final ElectionRights rights;
	private final ElectionLog log;
	private final ElectionTasks tasks;
	private final Rolls rolls;
	private final Clock clock;

	Nominations(CandidateRows rows, Elections elections, ElectionRights rights, ElectionLog log, ElectionTasks tasks, Rolls rolls,
			Clock clock) {
		this.rows = rows;
		this.elections = elections;
		this.tasks = tasks;
		this.rights = rights;
		this.log = log;
		this.rolls = rolls;
		this.clock = clock;
	}

	/**
	 * What a list brought.
	 *
	 * @param names candidates who are new
	 * @param joined further ways in which somebody was put forward
	 * @param known lines that said nothing new
	 */
	record Taken(int names, int joined, int known) {
	}

	/**
	 * @return the candidate, who may have been one before
	 * @throws Refusal 403, 409 once nominations are over, several at once for what is wrong with it
	 */
	@Transactional
	public long nominate(long electionId, NewCandidate wanted, Viewer viewer) {
		var round = round(electionId, viewer);
		round.require(wanted);
		if (round.isKnown(wanted)) {
			throw Refusal.onField("name", "elections.nominated-already");
		}
		return round.take(wanted);
	}

	/**
	 * Takes a whole list, or nothing of it. Lines that stand there already are passed over, so that a longer list may follow.
	 *
	 * @throws NominationErrors with every line that is wrong
	 */
	@Transactional
	public Taken take(long electionId, List<NominationLine> lines, Viewer viewer) {
		var round = round(electionId, viewer);
		var wrong = new ArrayList<NominationErrors.Line>();
		lines.forEach(line -> round.wrong(line.wanted()).stream().findFirst()
				.ifPresent(refusal -> wrong.add(new NominationErrors.Line(line.number(), refusal))));
		if (!wrong.isEmpty()) {
			throw new NominationErrors(wrong);
		}
		int before = round.names();
		var news = lines.stream().map(NominationLine::wanted).filter(wanted -> !round.isKnown(wanted) && round.take(wanted) > 0).count();
		int names = round.names() - before;
		return new Taken(names, (int) news - names, lines.size() - (int) news);
	}

	private Round round(long electionId, Viewer viewer) {
		var election = elections.locked(electionId);
		rights.require(rights.nominates(viewer, election.place()));
		election.requireNominating();
		if (tasks.isDone(election.subject(), "user_collect_nominations")) {
			throw new Refusal("elections.not-nominating").status(HttpStatus.CONFLICT);
		}
		return new Round(election, viewer);
	}

	/** Nominations by one person at one time, with everybody who stands there. */
	private final class Round {

		private final Election election;
		private final Viewer viewer;
		private final Map<String, Candidate> known = new HashMap<>();
		private int next;

		Round(Election election, Viewer viewer) {
			this.election = election;
			this.viewer = viewer;
			rows.of(election.id()).stream().filter(other -> other.state().mayLeave() || other.state() == CandidateState.REFUSED)
					.forEach(this::remember);
			next = rows.nextNo(election.id());
		}

		int names() {
			return known.size();
		}

		void require(NewCandidate wanted) {
			var wrong = wrong(wanted);
			if (!wrong.isEmpty()) {
				throw Refusal.several(wrong);
			}
		}

		List<Refusal> wrong(NewCandidate wanted) {
			var wrong = new ArrayList<>(wanted.wrong());
			if (wrong.isEmpty() && next > MOST) {
				wrong.add(new Refusal("elections.too-many-names", MOST));
			}
			if (wrong.isEmpty() && isStranger(wanted)) {
				wrong.add(Refusal.onField("unit", "elections.not-on-roll", wanted.unit()));
			}
			return wrong;
		}

		/** Once the roll is frozen; before that nobody knows, and the list is checked against it when it is fixed. */
		private boolean isStranger(NewCandidate wanted) {
			return election.rollId() != null && rolls.of(election.rollId()).isFrozen()
					&& rolls.headOf(election.rollId(), wanted.unit()).isEmpty();
		}

		boolean isKnown(NewCandidate wanted) {
			var same = known.get(wanted.key());
			return same != null && (same.cameBy(wanted.channel()) || !same.state().mayLeave());
		}

		long take(NewCandidate wanted) {
			var same = known.get(wanted.key());
			long id = same == null ? first(wanted) : again(same, wanted);
			rows.find(id).ifPresent(this::remember);
			return id;
		}

		private long first(NewCandidate wanted) {
			int no = next++;
			log.by(election.subject(), viewer.personId(), "nominated", no, wanted.channel().code());
			return rows.insert(new Candidate(0, election.id(), no, List.of(origin(wanted)), wanted.unit(), null, null, wanted.name(),
					wanted.statement(), false, wanted.partyMember(), wanted.publish(), CandidateState.NOMINATED, clock.instant()));
		}

		private long again(Candidate same, NewCandidate wanted) {
			rows.nominated(same.id(), origin(wanted), clock.instant());
			rows.tell(same, wanted.statement(), wanted.partyMember(), wanted.publish());
			log.by(election.subject(), viewer.personId(), "nominated", same.no(), wanted.channel().code());
			return same.id();
		}

		private void remember(Candidate candidate) {
			known.put(NewCandidate.key(candidate.name(), candidate.unit()), candidate);
		}
	}

	private static Origin origin(NewCandidate wanted) {
		return new Origin(wanted.channel(), wanted.channel() == Channel.OWNERS ? wanted.proposers() : 0);
	}
}
