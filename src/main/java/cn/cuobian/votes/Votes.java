package cn.cuobian.votes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.vault.Sha256;
import cn.cuobian.votes.BoxEntry.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The votes of the owners, from the preparation to the closed box. Who calls without a {@link Viewer} is a procedure that
 * asked for the right itself. Opening what is open and closing what is closed changes nothing, so that a timer may ring
 * twice.
 */
@Component
public class Votes {

	/** Longest words to an extension, a withdrawal or an annulment, in characters. */
	static final int MAX_WORDS = 500;

	private final VoteRows rows;
	private final VoteQuestions questions;
	private final VoteCheck check;
	private final VoteSheet sheet;
	private final Rolls rolls;
	private final RollRights rights;
	private final Box box;
	private final SecretPapers papers;
	private final Readings readings;
	private final Urn urn;
	private final HeadRows heads;
	private final Gates gates;
	private final ApplicationEventPublisher events;
	private final Clock clock;

	Votes(VoteRows rows, VoteQuestions questions, VoteCheck check, VoteSheet sheet, Rolls rolls, RollRights rights, Box box,
			SecretPapers papers, Readings readings, Urn urn, HeadRows heads, Gates gates, ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.questions = questions;
		this.check = check;
		this.sheet = sheet;
		this.rolls = rolls;
		this.rights = rights;
		this.box = box;
		this.papers = papers;
		this.readings = readings;
		this.urn = urn;
		this.heads = heads;
		this.gates = gates;
		this.events = events;
		this.clock = clock;
	}

	/** @throws Refusal 404 */
	public VoteFacts of(long voteId) {
		return rows.get(voteId);
	}

	/** All that were held for something, such as {@code election:5}, the oldest first. */
	public List<VoteFacts> heldFor(String origin) {
		return rows.of(origin);
	}

	/** In the order of their numbers. */
	public List<VoteQuestion> questions(long voteId) {
		return questions.of(voteId);
	}

	/** How many have voted on both axes; never what. */
	public Turnout turnout(long voteId) {
		var roll = rolls.of(rows.get(voteId).rollId());
		return new Turnout(new Weight(roll.area(), roll.heads()), heads.voted(voteId), gates.of(Gates.PARTICIPATION));
	}

	/**
	 * Begins a vote; it may be annulled, but not changed.
	 *
	 * @throws Refusal 403 for who is no election officer there; several at once for what cannot be announced like this
	 */
	@Transactional
	public long prepare(NewVote vote, Viewer viewer) {
		var place = rolls.of(vote.rollId()).place();
		rights.requireAt(viewer, place);
		return prepare(vote, place, viewer.personId());
	}

	/** The same for a procedure. @param person who planned it */
	@Transactional
	public long prepare(NewVote vote, long person) {
		return prepare(vote, rolls.of(vote.rollId()).place(), person);
	}

	private long prepare(NewVote vote, String place, long person) {
		check.check(vote, clock.instant());
		VoteCheck.scope(vote, rolls.isOfOneBuilding(vote.rollId()));
		long id = rows.add(vote, place, person);
		questions.add(id, vote.questions());
		return id;
	}

	/** Makes the rules public; from now on they are fixed. */
	@Transactional
	public void announce(long voteId, Viewer viewer) {
		requireOfficer(voteId, viewer);
		announce(voteId);
	}

	/** @throws Refusal {@code votes.box.state} unless it is a draft, {@code votes.box.announced-late} once it should be open */
	@Transactional
	public void announce(long voteId) {
		var vote = locked(voteId, VoteState.DRAFT);
		if (!clock.instant().isBefore(vote.opens())) {
			throw new Refusal("votes.box.announced-late", VoteTime.text(vote.opens()));
		}
		rows.announced(voteId);
		events.publishEvent(new VoteAnnounced(voteId, vote.origin()));
	}

	/**
	 * Opens the box for ballots and hangs the chain on the roll's fingerprint.
	 *
	 * @throws Refusal before its time, after its time, without a frozen roll
	 */
	@Transactional
	public void open(long voteId) {
		var vote = rows.locked(voteId);
		if (!vote.isOpen()) {
			open(required(vote, VoteState.ANNOUNCED), rolls.of(vote.rollId()));
		}
	}

	private void open(VoteFacts vote, RollFacts roll) {
		var now = clock.instant();
		if (now.isBefore(vote.opens())) {
			throw new Refusal("votes.box.opens-later", VoteTime.text(vote.opens()));
		}
		if (!now.isBefore(vote.closes())) {
			throw new Refusal("votes.box.over", VoteTime.text(vote.closes()));
		}
		if (!roll.isFrozen()) {
			throw new Refusal("votes.box.roll-not-frozen", roll.title());
		}
		var words = sheet.text(vote, roll, questions.of(vote.id()));
		rows.opened(vote.id(), now, words, roll.fingerprint());
		box.append(rows.get(vote.id()), Kind.OPENED, Sha256.hex(words));
		events.publishEvent(new VoteOpened(vote.id(), vote.origin()));
	}

	/** @throws Refusal unless the announcement said that it may be, before the end, to a later one, with words */
	@Transactional
	public void extend(long voteId, Instant until, String words, Viewer viewer) {
		requireOfficer(voteId, viewer);
		extend(voteId, until, words);
	}

	/** The same for a procedure. */
	@Transactional
	public void extend(long voteId, Instant until, String words) {
		var vote = locked(voteId, VoteState.OPEN);
		VoteCheck.extension(vote, until, clock.instant());
		var said = VoteCheck.words(words);
		rows.extended(voteId, until);
		box.append(vote, Kind.EXTENDED, until + "|" + said);
		events.publishEvent(new VoteExtended(voteId, vote.origin(), until, said));
	}

	/** @throws Refusal {@code votes.box.closes-later} before the end: nobody looks into the box early */
	@Transactional
	public void close(long voteId, Viewer viewer) {
		requireOfficer(voteId, viewer);
		if (rows.locked(voteId).isOpen()) {
			rows.closedBy(voteId, viewer.personId());
		}
		close(voteId);
	}

	/** The same for a timer. */
	@Transactional
	public void close(long voteId) {
		var vote = rows.locked(voteId);
		if (!vote.state().isBoxOpened()) {
			close(required(vote, VoteState.OPEN));
		}
	}

	private void close(VoteFacts vote) {
		if (box.now(vote).isBefore(vote.ends())) {
			throw new Refusal("votes.box.closes-later", VoteTime.text(vote.ends()));
		}
		int unsettled = readings.unsettled(vote.id());
		if (unsettled > 0) {
			throw new Refusal("votes.box.papers-unsettled", unsettled);
		}
		urn.requireRead(vote);
		if (vote.isSecret()) {
			papers.shuffle(vote.id());
		}
		var last = box.append(vote, Kind.CLOSED, vote.isSecret() ? papers.hash(vote.id()) : BoxEntry.NONE);
		rows.closed(vote.id(), last.at());
		box.anchor(rows.get(vote.id()));
		events.publishEvent(new VoteClosed(vote.id(), vote.origin()));
	}

	/** The same by the election officer. */
	@Transactional
	public void withdraw(long voteId, int question, int candidate, String words, Viewer viewer) {
		requireOfficer(voteId, viewer);
		withdraw(voteId, question, candidate, words);
	}

	/** In the only election on the ballot. */
	@Transactional
	public void withdraw(long voteId, int candidate, String words) {
		withdraw(voteId, questions.of(voteId).stream().filter(VoteQuestion::isElection).findFirst().map(VoteQuestion::no).orElse(0), candidate,
				words);
	}

	/**
	 * A candidate stands no more: he may not be voted for, and what was cast for him before does not count.
	 *
	 * @throws Refusal for an unknown candidate, and once the box is closed
	 */
	@Transactional
	public void withdraw(long voteId, int question, int candidate, String words) {
		var vote = rows.locked(voteId);
		if (vote.closed() != null || vote.state() == VoteState.ANNULLED) {
			throw state(vote);
		}
		var said = VoteCheck.words(words);
		if (!questions.withdraw(voteId, question, candidate)) {
			throw new Refusal("votes.box.unknown-candidate", candidate);
		}
		rows.revised(voteId);
		if (vote.isOpen()) {
			box.append(vote, Kind.WITHDRAWN, question + "." + candidate + "|" + said);
		}
	}

	/** The vote counts for nothing; what lies in the box stays sealed. */
	@Transactional
	public void annul(long voteId, String words, Viewer viewer) {
		requireOfficer(voteId, viewer);
		annul(voteId, words);
	}

	/** The same for a procedure. */
	@Transactional
	public void annul(long voteId, String words) {
		var vote = rows.locked(voteId);
		if (vote.state() == VoteState.ANNULLED) {
			throw state(vote);
		}
		var said = VoteCheck.words(words);
		rows.annulled(voteId, said);
		events.publishEvent(new VoteAnnulled(voteId, vote.origin(), said));
	}

	private void requireOfficer(long voteId, Viewer viewer) {
		rights.require(viewer, rolls.of(rows.get(voteId).rollId()));
	}

	private VoteFacts locked(long voteId, VoteState wanted) {
		return required(rows.locked(voteId), wanted);
	}

	static VoteFacts required(VoteFacts vote, VoteState wanted) {
		if (vote.state() != wanted) {
			throw state(vote);
		}
		return vote;
	}

	private static Refusal state(VoteFacts vote) {
		return new Refusal("votes.box.state." + vote.state().name().toLowerCase(Locale.ROOT), vote.title());
	}
}
