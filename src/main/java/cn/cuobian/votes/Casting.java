package cn.cuobian.votes;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.BoxEntry.Kind;
import cn.cuobian.votes.CastMarks.CastMark;
import cn.cuobian.votes.HeadRows.Voter;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a ballot into the box: mark, chain, code and notices are one commit. The row of the vote is locked first, so that
 * the window, the candidates and the end of the chain are what they were a moment ago; and the key of the mark holds even
 * if somebody works past this class.
 */
@Component
class Casting {

	private static final int NONCE_BYTES = 8;
	private static final SecureRandom RANDOM = new SecureRandom();

	private final VoteRows votes;
	private final BallotSheets sheets;
	private final CastMarks marks;
	private final CodeRows codes;
	private final HeadRows heads;
	private final Box box;
	private final SecretPapers papers;
	private final ApplicationEventPublisher events;

	Casting(VoteRows votes, BallotSheets sheets, CastMarks marks, CodeRows codes, HeadRows heads, Box box, SecretPapers papers,
			ApplicationEventPublisher events) {
		this.votes = votes;
		this.sheets = sheets;
		this.marks = marks;
		this.codes = codes;
		this.heads = heads;
		this.box = box;
		this.papers = papers;
		this.events = events;
	}

	/**
	 * What goes into the box.
	 *
	 * @param choices empty for a paper of a secret vote: it lies in the {@link Urn}, where nobody has read it
	 * @param received when a paper was handed in, which must be within the window; null: now
	 */
	record Ballot(long voteId, long headId, CastChannel channel, Map<Integer, Choice> choices, Instant received) {

		static Ballot online(long voteId, long headId, Map<Integer, Choice> choices) {
			return new Ballot(voteId, headId, CastChannel.ONLINE, choices, null);
		}
	}

	/** @param code the beginning of the hash of the line in the chain */
	record VoteReceipt(long voteId, String code, Instant at, CastChannel channel, boolean replaced) {
	}

	/** @throws Refusal outside of the window, for a second vote, and for a ballot that does not fit the questions */
	@Transactional
	public VoteReceipt cast(Ballot ballot) {
		var head = heads.find(ballot.headId()).orElseThrow(Refusal::notFound);
		var vote = votes.locked(ballot.voteId());
		var now = box.now(vote);
		requireWindow(vote, ballot.received() == null ? now : ballot.received());
		var choices = Choices.text(BallotCheck.complete(sheets.of(vote), ballot.choices(), ballot.channel() != CastChannel.ONLINE));
		boolean again = marks.find(vote.id(), head.id()).map(mark -> requireReplaceable(vote, mark)).orElse(false);
		var entry = box.append(vote, now, again ? Kind.REPLACED : Kind.CAST, head.no(), ballot.channel(), payload(vote, choices));
		mark(vote, head, new CastMark(ballot.channel(), entry.seq(), now), again);
		if (vote.isSecret() && ballot.channel() == CastChannel.ONLINE) {
			papers.add(vote.id(), head.area(), choices);
		}
		codes.used(vote.id(), head.id(), now);
		events.publishEvent(new VoteCast(vote.id(), head.id(), ballot.channel(), now, entry.seq(), again));
		return new VoteReceipt(vote.id(), entry.receipt(), now, ballot.channel(), again);
	}

	private void mark(VoteFacts vote, Voter head, CastMark mark, boolean again) {
		if (again) {
			marks.replace(vote.id(), head.id(), mark);
		} else {
			marks.add(vote.id(), head.id(), mark);
		}
	}

	static void requireWindow(VoteFacts vote, Instant at) {
		if (vote.state() == VoteState.DRAFT || vote.state() == VoteState.ANNOUNCED) {
			throw new Refusal("votes.box.opens-later", VoteTime.text(vote.opens()));
		}
		if (vote.state() == VoteState.ANNULLED) {
			throw new Refusal("votes.box.state.annulled", vote.title());
		}
		if (!vote.isOpen() || !at.isBefore(vote.ends())) {
			throw new Refusal("votes.box.over", VoteTime.text(vote.ends()));
		}
		if (at.isBefore(vote.opens())) {
			throw new Refusal("votes.box.opens-later", VoteTime.text(vote.opens()));
		}
	}

	static boolean requireReplaceable(VoteFacts vote, CastMark mark) {
		if (!vote.replacing()) {
			throw new Refusal("votes.box.voted." + mark.channel().code(), VoteTime.text(mark.at())).status(HttpStatus.CONFLICT);
		}
		return true;
	}

	/** The nonce keeps who sees the hash from trying out the few ballots there can be. */
	private static String payload(VoteFacts vote, String choices) {
		if (vote.isSecret()) {
			return BoxEntry.NONE;
		}
		var nonce = new byte[NONCE_BYTES];
		RANDOM.nextBytes(nonce);
		return HexFormat.of().formatHex(nonce) + "|" + choices;
	}
}
