package cn.cuobian.votes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;

import cn.cuobian.nodes.ClockWatch;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Archive.PaperLine;
import cn.cuobian.votes.BoxEntry.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The ballot box: a chain of lines. Nobody reads a ballot in it before it is closed. */
@Component
class Box {

	private final BoxRows rows;
	private final SecretPapers papers;
	private final VoteRows votes;
	private final HeadRows heads;
	private final ClockWatch watch;
	private final ApplicationEventPublisher events;
	private final Clock clock;

	Box(BoxRows rows, SecretPapers papers, VoteRows votes, HeadRows heads, ClockWatch watch,
			ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.papers = papers;
		this.votes = votes;
		this.heads = heads;
		this.watch = watch;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The instant a line added now would carry: never before the line above, whatever the clock of this node says. The
	 * vote's row must be locked.
	 *
	 * @throws Refusal while the clock of this node is not the database's
	 */
	Instant now(VoteFacts locked) {
		if (watch.isOff()) {
			throw new Refusal("votes.box.clock-off", ClockWatch.MOST.toSeconds()).status(HttpStatus.SERVICE_UNAVAILABLE);
		}
		var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return rows.lastAt(locked.id(), locked.seq()).filter(last -> last.isAfter(now)).orElse(now);
	}

	/** A line about the vote itself. The vote's row must be locked. */
	BoxEntry append(VoteFacts locked, Kind kind, String payload) {
		return append(locked, now(locked), kind, null, null, payload, false);
	}

	/** A paper of this head was handed in. The vote's row must be locked. */
	void received(VoteFacts locked, int headNo, CastChannel channel) {
		append(locked, now(locked), Kind.RECEIVED, headNo, channel, BoxEntry.NONE, false);
	}

	/** A ballot, with its payload sealed. The vote's row must be locked. */
	BoxEntry append(VoteFacts locked, Instant at, Kind kind, int headNo, CastChannel channel, String payload) {
		return append(locked, at, kind, headNo, channel, payload, !locked.isSecret());
	}

	private BoxEntry append(VoteFacts locked, Instant at, Kind kind, Integer headNo, CastChannel channel, String payload, boolean sealed) {
		long seq = locked.seq() + 1;
		var hash = BoxEntry.hash(locked.headHash(), seq, at, kind, headNo, channel, payload);
		var entry = new BoxEntry(locked.id(), seq, at, kind, headNo, channel, payload, hash);
		rows.add(entry, sealed);
		votes.advanced(locked.id(), seq, hash);
		return entry;
	}

	/** Makes the end of the chain public. */
	void anchor(VoteFacts vote) {
		if (rows.anchor(vote.id(), vote.seq(), vote.headHash(), clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
			events.publishEvent(new BoxAnchored(vote.id(), vote.place(), vote.title(), vote.seq(), vote.headHash()));
		}
	}

	/**
	 * The whole chain with what it says.
	 *
	 * @throws Refusal {@code votes.box.still-closed} before the vote is closed
	 */
	List<BoxEntry> entries(long voteId) {
		requireOpened(voteId);
		return rows.of(voteId, true);
	}

	/**
	 * The ballots of a secret vote, in the order of their random numbers.
	 *
	 * @throws Refusal {@code votes.box.still-closed} before the vote is closed
	 */
	List<PaperLine> secretPapers(long voteId) {
		requireOpened(voteId);
		return papers.of(voteId);
	}

	/**
	 * What the tally counts: the last ballot of each head.
	 *
	 * @throws Refusal {@code votes.box.still-closed} before the vote is closed
	 */
	List<Paper> papers(long voteId) {
		var vote = requireOpened(voteId);
		return vote.isSecret() ? secretPapers(voteId).stream().map(each -> new Paper(each.area(), Choices.parse(each.choices()))).toList()
				: lastOfEach(vote);
	}

	private List<Paper> lastOfEach(VoteFacts vote) {
		var areas = heads.areas(vote.rollId());
		var last = new LinkedHashMap<Integer, Paper>();
		rows.of(vote.id(), true).stream().filter(BoxEntry::isBallot)
				.forEach(each -> last.put(each.headNo(), new Paper(areas.get(each.headNo()), Choices.parse(each.choices()))));
		return List.copyOf(last.values());
	}

	private VoteFacts requireOpened(long voteId) {
		var vote = votes.get(voteId);
		if (!vote.state().isBoxOpened()) {
			throw new Refusal("votes.box.still-closed", vote.title());
		}
		return vote;
	}
}
