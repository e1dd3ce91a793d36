package cn.cuobian.votes;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.CodeRows.State;
import cn.cuobian.votes.ReconciliationRows.Noted;

/**
 * What was issued must be what was cast, spoiled or left over: codes as the software knows them, sheets as hands counted
 * them, and both as many as the box holds. Nothing is counted before it is, or before a difference is explained on record.
 */
@Component
class Reconciliation {

	static final int MAX_EXPLANATION = 500;
	static final int MAX_SCRUTINEERS = 200;

	private final ReconciliationRows rows;
	private final CodeRows codes;
	private final BoxRows box;

	Reconciliation(ReconciliationRows rows, CodeRows codes, BoxRows box) {
		this.rows = rows;
		this.codes = codes;
		this.box = box;
	}

	/**
	 * How it stands.
	 *
	 * @param voted heads with a ballot in the box
	 * @param onPaper sheets the box knows of: every ballot that was not cast on a screen
	 * @param noted what hands counted, if they have
	 */
	record Standing(Reconciled codes, Reconciled sheets, int voted, int onPaper, Optional<Noted> noted) {

		public boolean codesFit() {
			return codes.difference() == 0 && codes.cast() == voted;
		}

		public boolean sheetsFit() {
			return sheets.difference() == 0 && sheets.cast() == onPaper;
		}

		/** Sheets handed out that nobody accounts for; negative: more than were handed out. */
		public int missing() {
			return sheets.difference();
		}

		/** Sheets found beyond what was read into the box; negative: fewer. */
		public int beyondBox() {
			return sheets.cast() - onPaper;
		}

		public boolean isSettled() {
			return codesFit() && (sheetsFit() || !sheets.explanation().isBlank());
		}

		public List<Reconciled> lines() {
			return List.of(codes, sheets);
		}
	}

	Standing of(long voteId) {
		var states = codes.counts(voteId);
		int issued = states.values().stream().mapToInt(Integer::intValue).sum();
		var lines = box.of(voteId, false).stream().filter(BoxEntry::isBallot).toList();
		var noted = rows.find(voteId);
		return new Standing(
				new Reconciled(Reconciled.CODES, issued, states.getOrDefault(State.CAST, 0),
						states.getOrDefault(State.SPOILED, 0) + states.getOrDefault(State.REVOKED, 0), states.getOrDefault(State.ISSUED, 0), ""),
				noted.map(each -> each.count().reconciled()).orElse(new Reconciled(Reconciled.SHEETS, 0, 0, 0, 0, "")),
				(int) lines.stream().filter(each -> each.kind() == BoxEntry.Kind.CAST).count(),
				(int) lines.stream().filter(each -> each.channel() != CastChannel.ONLINE).count(), noted);
	}

	/** @throws Refusal for negative numbers, without scrutineers, and for a difference that nobody explains */
	void note(VoteFacts locked, HandCount counted, long person) {
		var count = counted.tidied();
		if (count.isNegative()) {
			throw Refusal.onField("issued", "votes.evidence.negative");
		}
		if (count.scrutineers().isEmpty() || count.scrutineers().length() > MAX_SCRUTINEERS) {
			throw Refusal.onField("scrutineers", "votes.evidence.scrutineers", MAX_SCRUTINEERS);
		}
		if (count.explanation().length() > MAX_EXPLANATION) {
			throw Refusal.onField("explanation", "votes.evidence.explanation", MAX_EXPLANATION);
		}
		rows.note(locked.id(), count, person);
		var now = of(locked.id());
		if (!now.sheetsFit() && count.explanation().isEmpty()) {
			throw Refusal.onField("explanation", "votes.evidence.difference", now.missing(), now.beyondBox());
		}
	}

	/** Whether {@link #require} would let the count begin. */
	boolean isSettled(long voteId) {
		var now = of(voteId);
		return now.isSettled() && (now.noted().isPresent() || now.onPaper() == 0);
	}

	/** @throws Refusal {@code votes.evidence.not-reconciled} while sheets are uncounted, {@code votes.evidence.codes} if codes do not fit the box */
	Standing require(long voteId) {
		var now = of(voteId);
		if (now.noted().isEmpty() && now.onPaper() > 0) {
			throw new Refusal("votes.evidence.not-reconciled", now.onPaper());
		}
		if (!now.codesFit()) {
			throw new Refusal("votes.evidence.codes", now.codes().cast(), now.voted());
		}
		if (!now.isSettled()) {
			throw new Refusal("votes.evidence.difference", now.missing(), now.beyondBox());
		}
		return now;
	}
}
