package cn.cuobian.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import cn.cuobian.elections.Elections;
import cn.cuobian.elections.NewElection;
import cn.cuobian.people.People;
import cn.cuobian.people.Viewers;
import cn.cuobian.votes.NewVote;
import cn.cuobian.votes.NewVote.NewQuestion;
import cn.cuobian.votes.Openness;
import cn.cuobian.votes.ReceiptShows;
import cn.cuobian.votes.Rolls;
import cn.cuobian.votes.TallyRules.Tie;
import cn.cuobian.votes.Votes;

/**
 * The owners of 灵秀家园, eight buildings with 571 homes: a frozen roll, a vote on the property company whose box opens a
 * minute after the start, and an application for the first owners' committee. Every name is made up.
 */
@Component
@Profile("demo")
class DemoOwners {

	private static final String COMPOUND = "lingxiu";
	private static final Duration UNTIL_OPEN = Duration.ofMinutes(1);
	private static final Duration OPEN = Duration.ofDays(7);

	private final Rolls rolls;
	private final Votes votes;
	private final Elections elections;
	private final People people;
	private final Viewers viewers;
	private final Clock clock;

	DemoOwners(Rolls rolls, Votes votes, Elections elections, People people, Viewers viewers, Clock clock) {
		this.rolls = rolls;
		this.votes = votes;
		this.elections = elections;
		this.people = people;
		this.viewers = viewers;
		this.clock = clock;
	}

	/** Does nothing when the compound has a roll. */
	void gather() {
		if (!rolls.at(COMPOUND).isEmpty()) {
			return;
		}
		var officer = viewers.of(people.byUsername("election").orElseThrow());
		var sheet = new DemoSheet();
		long roll = rolls.create(COMPOUND, "灵秀家园业主名册", false, officer);
		rolls.read(roll, sheet.text().getBytes(StandardCharsets.UTF_8), sheet.units(), sheet.area(), officer);
		rolls.freeze(roll, officer);
		var opens = clock.instant().plus(UNTIL_OPEN);
		long vote = votes.prepare(new NewVote(roll, "续聘物业服务企业和使用维修资金", NewVote.ALONE, Openness.REAL_NAME, false, false,
				ReceiptShows.INCLUSION, 3, Tie.LOT, opens, opens.plus(OPEN), true,
				List.of(NewQuestion.motion(4, "是否同意续聘现在的物业服务企业，期限两年"), NewQuestion.motion(5, "是否同意使用维修资金更换1至4幢电梯"))), officer);
		votes.announce(vote, officer);
		elections.begin(new NewElection(COMPOUND, "灵秀家园首届业主委员会选举", "first", "fast31", 7, 3), officer);
	}
}
