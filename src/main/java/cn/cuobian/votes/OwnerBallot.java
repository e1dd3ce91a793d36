package cn.cuobian.votes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.vault.SecretCode;
import cn.cuobian.votes.Casting.Ballot;
import cn.cuobian.votes.Casting.VoteReceipt;
import cn.cuobian.votes.CastMarks.CastMark;
import cn.cuobian.votes.CodeRows.Code;
import org.springframework.stereotype.Component;

/** What the holder of a code sees and may do: his ballot, or when and how his household has voted. */
@Component
class OwnerBallot {

	private final VoteCodes codes;
	private final VoteRows votes;
	private final VoteQuestions questions;
	private final CastMarks marks;
	private final BoxRows box;
	private final HeadRows heads;
	private final Casting casting;

	OwnerBallot(VoteCodes codes, VoteRows votes, VoteQuestions questions, CastMarks marks, BoxRows box, HeadRows heads, Casting casting) {
		this.codes = codes;
		this.votes = votes;
		this.questions = questions;
		this.marks = marks;
		this.box = box;
		this.heads = heads;
		this.casting = casting;
	}

	/**
	 * @param area of the head, as it is printed
	 * @param voted how and when, if it has
	 * @param receipt of the ballot in the box, if there is one
	 * @param shown what was voted, where the rules let the receipt show it and the box is closed
	 */
	record Sheet(String code, VoteFacts vote, List<VoteQuestion> questions, List<String> units, String area, Optional<CastMark> voted,
			Optional<String> receipt, Optional<BallotView> shown) {

		/** Whether a ballot may be filled in now. */
		public boolean isFillable() {
			return vote.isOpen() && (voted.isEmpty() || vote.replacing());
		}

		public String opens() {
			return VoteTime.text(vote.opens());
		}

		public String ends() {
			return VoteTime.text(vote.ends());
		}

		public String votedAt() {
			return voted.map(mark -> VoteTime.text(mark.at())).orElse("");
		}

		/** Without the code, which belongs into no log. */
		@Override
		public String toString() {
			return "Sheet of vote " + vote.id();
		}
	}

	/** @throws Refusal for a code that opens nothing */
	Sheet of(String typed) {
		var code = codes.open(typed);
		var vote = votes.get(code.voteId());
		var asked = questions.of(vote.id());
		var mark = marks.find(vote.id(), code.headId());
		var head = heads.find(code.headId()).orElseThrow(Refusal::notFound);
		var entry = mark.flatMap(known -> box.at(vote.id(), known.seq(), isShown(vote)));
		return new Sheet(SecretCode.read(typed).orElseThrow().compact(), vote, asked, heads.units(head.id()), SquareMetres.text(head.area()), mark,
				entry.map(BoxEntry::receipt),
				entry.filter(known -> isShown(vote)).map(known -> BallotView.of(asked, Choices.parse(known.choices()))));
	}

	/** Looks a filled-in ballot over without casting it. */
	BallotView review(Sheet sheet, Map<Integer, Choice> choices) {
		Casting.requireWindow(sheet.vote(), sheet.vote().opened() == null ? sheet.vote().opens() : sheet.vote().opened());
		sheet.voted().ifPresent(mark -> Casting.requireReplaceable(sheet.vote(), mark));
		return BallotView.of(sheet.questions(), BallotCheck.complete(sheet.questions(), choices, false));
	}

	VoteReceipt cast(String typed, Map<Integer, Choice> choices) {
		Code code = codes.open(typed);
		return casting.cast(Ballot.online(code.voteId(), code.headId(), choices));
	}

	/** Never before the close, and never in a secret vote. */
	private static boolean isShown(VoteFacts vote) {
		return vote.receipt() == ReceiptShows.SHOWS_VOTE && !vote.isSecret() && vote.state().isBoxOpened();
	}
}
