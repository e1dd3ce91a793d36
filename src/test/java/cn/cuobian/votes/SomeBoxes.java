package cn.cuobian.votes;

import java.time.Duration;
import java.util.List;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.TestClock;
import cn.cuobian.people.Viewer;
import cn.cuobian.votes.TallyRules.Tie;

/** A frozen roll with two votes on it, for tests of what becomes of everything in a house. */
public final class SomeBoxes {

	private final ApplicationContext application;
	private final Votes votes;

	public SomeBoxes(ApplicationContext application) {
		this.application = application;
		this.votes = application.getBean(Votes.class);
	}

	/** One box with secret papers that was closed and anchored, and one with open ballots in which votes are still cast. */
	public void fill(String compound, Viewer officer) {
		var roll = application.getBean(SheetRolls.class).frozen(compound, officer);
		long secret = announced(roll, Openness.SECRET, Duration.ofDays(1), officer);
		long open = announced(roll, Openness.REAL_NAME, Duration.ofDays(300), officer);
		application.getBean(TestClock.class).travel(Duration.ofHours(1));
		for (long vote : List.of(secret, open)) {
			votes.open(vote);
			heads(roll).forEach(head -> TestBallots.cast(application, vote, head, "1=yes"));
		}
		application.getBean(TestClock.class).travel(Duration.ofDays(1));
		votes.close(secret, officer);
	}

	/** Held on a frozen roll to its result; a mark is made public in the midst of it. */
	public void hold(long roll, Openness openness, int voters, Viewer officer) {
		long vote = announced(roll, openness, Duration.ofDays(1), officer);
		var clock = application.getBean(TestClock.class);
		clock.travel(Duration.ofHours(1));
		votes.open(vote);
		application.getBean(VoteCodes.class).issue(vote, officer);
		var heads = heads(roll);
		for (int voter = 0; voter < voters; voter++) {
			if (voter == voters / 2) {
				TestBallots.anchor(application);
			}
			clock.travel(Duration.ofMinutes(1));
			TestBallots.cast(application, vote, heads.get(voter), voter % 3 == 0 ? "1=no" : "1=yes");
		}
		clock.travel(Duration.ofDays(1));
		votes.close(vote, officer);
		application.getBean(Counting.class).count(vote, officer);
	}

	private long announced(long roll, Openness openness, Duration window, Viewer officer) {
		var opens = application.getBean(TestClock.class).instant().plus(Duration.ofHours(1));
		long vote = votes.prepare(new NewVote(roll, "修电梯", NewVote.ALONE, openness, false, false, ReceiptShows.INCLUSION, 2, Tie.AREA, opens,
				opens.plus(window), true, List.of(NewVote.NewQuestion.motion(5, "使用维修资金修电梯"))), officer);
		votes.announce(vote, officer);
		return vote;
	}

	private List<Long> heads(long roll) {
		return application.getBean(JdbcClient.class).sql("select id from roll_head where roll_id = ? order by no").param(roll).query(Long.class).list();
	}
}
