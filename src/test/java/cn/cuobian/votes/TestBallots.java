package cn.cuobian.votes;

import cn.cuobian.votes.Casting.Ballot;
import org.springframework.context.ApplicationContext;

/** Casts ballots for tests of rooms above, as owners would do online. */
public final class TestBallots {

	private TestBallots() {
	}

	/** @param choices as in the archive: {@code 1=3,5,7;2=yes} */
	public static void cast(ApplicationContext application, long voteId, long headId, String choices) {
		application.getBean(Casting.class).cast(Ballot.online(voteId, headId, Choices.parse(choices)));
	}

	/** Makes the ends of the chains of open boxes public, as on the hour. */
	public static void anchor(ApplicationContext application) {
		application.getBean(BoxRounds.class).anchor();
	}

	/** The same by the code of one of the head's units. */
	public static void cast(ApplicationContext application, long voteId, String unit, String choices) {
		var rolls = application.getBean(Rolls.class);
		cast(application, voteId, rolls.headOf(application.getBean(Votes.class).of(voteId).rollId(), unit).orElseThrow(), choices);
	}
}
