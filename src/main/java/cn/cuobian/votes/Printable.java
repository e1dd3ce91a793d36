package cn.cuobian.votes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Sheets that are the same for whoever prints them; ballots are not among them, for they carry codes. */
enum Printable {

	/** Of the assembly (PMR article 14: 15 days before). */
	NOTICE(VoteState.ANNOUNCED),
	/** Written authority, to fill in. */
	PROXY(VoteState.ANNOUNCED),
	/** For the call of paper ballots, to fill in. */
	TALLY(VoteState.ANNOUNCED),
	/** Certificate of the close. */
	CLOSE(VoteState.CLOSED),
	RECONCILIATION(VoteState.CLOSED),
	RESULT(VoteState.COUNTED),
	MINUTES(VoteState.COUNTED);

	private final VoteState from;

	Printable(VoteState from) {
		this.from = from;
	}

	/** Whether there is something to print; of an annulled vote only what was announced. */
	boolean isReady(VoteFacts vote) {
		return vote.state() == VoteState.ANNULLED ? from == VoteState.ANNOUNCED && vote.announced() != null
				: vote.state().compareTo(from) >= 0;
	}

	/** Lower case, as in addresses and templates. */
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Printable> of(String code) {
		return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
	}
}
