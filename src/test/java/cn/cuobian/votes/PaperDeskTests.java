package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;

import cn.cuobian.people.Viewer;
import cn.cuobian.votes.BoxEntry.Kind;
import cn.cuobian.votes.PaperDesk.PaperRead;
import cn.cuobian.votes.PaperDesk.Read;
import cn.cuobian.votes.Proxies.Authority;
import cn.cuobian.votes.SomeRolls.SomeRoll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ballots on paper, by proxy and at the door. */
class PaperDeskTests extends VotesInTheHouse {

	private static final String FIRST = "K-000001";
	private static final String SECOND = "K-000002";

	@Autowired
	private PaperDesk desk;
	@Autowired
	private Proxies proxies;
	@Autowired
	private Readings readings;

	private SomeRoll roll;
	private long vote;
	private Viewer colleague;
	private Viewer third;

	@BeforeEach
	void someSheets() {
		roll = roll(4);
		vote = openWithCodes(plan(roll));
		colleague = anotherOfficer();
		third = anotherOfficer();
	}

	private Read read(String serial, CastChannel channel, String choices, Viewer by) {
		return desk.read(vote, new PaperRead(serial, channel, choices(choices)), by);
	}

	private Read paper(String serial, String choices, Viewer by) {
		return read(serial, CastChannel.PAPER, choices, by);
	}

	@Test
	void twoOfficersWhoReadAlikePutItIntoTheBox() {
		assertThat(paper(" k-000001 ", "1=1,2;2=yes", officer).receipt()).isEmpty();
		assertThat(count("cast_mark where vote_id = ?", vote)).isZero();
		assertThat(paper(FIRST, "1=1,2;2=yes", colleague).receipt()).isPresent();
		close(vote);
		assertThat(box.entries(vote)).extracting(BoxEntry::kind).containsExactly(Kind.OPENED, Kind.RECEIVED, Kind.CAST, Kind.CLOSED);
		assertThat(box.papers(vote)).containsExactly(new Paper(100_00, choices("1=1,2;2=yes")));
	}

	@Test
	void oneOfficerCannotDoBothReadings() {
		paper(FIRST, "1=1", officer);
		assertRefused("votes.box.same-officer", () -> paper(FIRST, "1=1", officer));
		assertThat(count("cast_mark where vote_id = ?", vote)).isZero();
	}

	@Test
	void aDifferenceIsSettledByAThirdWhoAgreesWithOne() {
		paper(FIRST, "1=1;2=yes", officer);
		assertThat(paper(FIRST, "1=2;2=yes", colleague).receipt()).isEmpty();
		assertThat(readings.unsettledPapers(vote)).singleElement().satisfies(open -> assertThat(open.isDifferent()).isTrue());
		assertRefused("votes.box.same-officer", () -> paper(FIRST, "1=2;2=yes", colleague));
		assertRefused("votes.box.three-readings", () -> paper(FIRST, "1=3;2=yes", third));
		assertThat(paper(FIRST, "1=2;2=yes", third).receipt()).isPresent();
		assertThat(readings.unsettled(vote)).isZero();
		close(vote);
		assertThat(box.papers(vote)).containsExactly(new Paper(100_00, choices("1=2;2=yes")));
	}

	@Test
	void whatNobodyIssuedOrWasReplacedIsNotRead() {
		assertRefused("votes.box.unknown-serial", () -> paper("K-009999", "1=1", officer));
		assertRefused("votes.box.unknown-serial", () -> paper("", "1=1", officer));
		var fresh = codes.reissue(vote, FIRST, "打湿了", officer);
		assertThat(fresh).isEqualTo("K-000001-2");
		assertRefused("votes.box.spoiled-serial", () -> paper(FIRST, "1=1", officer));
		paper(fresh, "1=1", officer);
		assertThat(paper(fresh, "1=1", colleague).receipt()).isPresent();
		assertRefused("votes.box.not-spoilable", () -> codes.reissue(vote, fresh, "丢了", officer));
	}

	@Test
	void whoVotedOnlineHasNoPaperAndTheOtherWayRound() {
		online(vote, roll.heads().get(0), "1=1");
		assertRefused("votes.box.voted.online", () -> paper(FIRST, "1=1", officer));
		read(SECOND, CastChannel.HOME, "1=1", officer);
		online(vote, roll.heads().get(1), "1=2");
		assertRefused("votes.box.voted.online", () -> read(SECOND, CastChannel.HOME, "1=1", colleague));
		read("K-000003", CastChannel.HOME, "1=1", officer);
		read("K-000003", CastChannel.HOME, "1=1", colleague);
		assertRefused("votes.box.voted.home", () -> online(vote, roll.heads().get(2), "1=1"));
	}

	@Test
	void aPaperThatCameInTimeIsReadToTheEndAfterTheWindowAndBeforeTheClose() {
		clock.setTo(votes.of(vote).ends().minusMillis(1));
		paper(FIRST, "1=1", officer);
		clock.setTo(votes.of(vote).ends());
		assertRefused("votes.box.over", () -> paper(SECOND, "1=1", officer));
		assertRefused("votes.box.papers-unsettled", () -> votes.close(vote, officer));
		assertThat(paper(FIRST, "1=1", colleague).receipt()).isPresent();
		votes.close(vote, officer);
		assertThat(box.papers(vote)).hasSize(1);
	}

	@Test
	void aPaperWithAnInvalidMarkOrANameThatWasWithdrawnIsReadAsItIs() {
		paper(FIRST, "1=invalid;2=yes", officer);
		paper(FIRST, "1=invalid;2=yes", colleague);
		paper(SECOND, "1=1,2;2=no", officer);
		votes.withdraw(vote, 2, "退出");
		assertThat(paper(SECOND, "1=1,2;2=no", colleague).receipt()).isPresent();
	}

	@Test
	void aProxyVotesWithAWrittenAuthorityForNoMoreHeadsThanWasAnnounced() {
		assertRefused("votes.box.no-authority", () -> read(FIRST, CastChannel.PROXY, "1=1", officer));
		var today = LocalDate.now(clock);
		proxies.register(vote, new Authority(FIRST, "陈 阿姨", "138-0000-5678", "委-001", today), officer);
		assertRefused("votes.box.proxy-twice", () -> proxies.register(vote, new Authority(FIRST, "李四", "1", "委-002", today), officer));
		proxies.register(vote, new Authority(SECOND, "陈阿姨", "13800005678", "委-003", today), officer);
		assertRefused("votes.box.proxy-full", () -> proxies.register(vote, new Authority("K-000003", "陈阿姨", "13800005678", "委-004", today), officer));
		proxies.register(vote, new Authority("K-000003", "陈阿姨", "13900000000", "委-004", today), officer);
		read(FIRST, CastChannel.PROXY, "1=1", officer);
		assertThat(read(FIRST, CastChannel.PROXY, "1=1", colleague).receipt()).isPresent();
		var given = proxies.of(vote);
		assertThat(given).extracting(Proxies.Given::state).containsExactly("USED", "GIVEN", "GIVEN");
		assertThat(given).extracting(Proxies.Given::holder).containsOnly("陈**");
		assertRefused("votes.box.proxy-used", () -> proxies.revoke(vote, given.get(0).id(), "不要了", officer));
		proxies.revoke(vote, given.get(1).id(), "业主本人来投", officer);
		assertRefused("votes.box.no-authority", () -> read(SECOND, CastChannel.PROXY, "1=1", officer));
	}

	@Test
	void anAuthorityNeedsEverythingThatIsOnThePaper() {
		var today = LocalDate.now(clock);
		for (var bad : java.util.List.of(new Authority(FIRST, "", "1", "委", today), new Authority(FIRST, "陈", "", "委", today),
				new Authority(FIRST, "陈", "1", " ", today))) {
			assertRefused("votes.box.proxy-field", () -> proxies.register(vote, bad, officer));
		}
		assertRefused("votes.box.proxy-signed", () -> proxies.register(vote, new Authority(FIRST, "陈", "1", "委", today.plusDays(1)), officer));
		assertRefused("votes.box.proxy-signed", () -> proxies.register(vote, new Authority(FIRST, "陈", "1", "委", null), officer));
		assertRefused("votes.box.unknown-serial", () -> proxies.register(vote, new Authority("K-1", "陈", "1", "委", today), officer));
	}

	@Test
	void theWayAPaperCameInIsTheSameInBothReadings() {
		assertRefused("votes.box.no-paper-channel", () -> read(FIRST, CastChannel.ONLINE, "1=1", officer));
		read(FIRST, CastChannel.HOME, "1=1", officer);
		assertRefused("votes.box.other-channel", () -> paper(FIRST, "1=1", colleague));
	}

	@Test
	void aLaterPaperReplacesAnEarlierOneWhereTheRulesSaySo() {
		vote = openWithCodes(replacing(plan(roll)));
		for (var choices : java.util.List.of("1=1", "1=2")) {
			clock.travel(Duration.ofHours(1));
			paper(FIRST, choices, officer);
			assertThat(paper(FIRST, choices, colleague).receipt()).isPresent();
		}
		close(vote);
		assertThat(box.papers(vote)).singleElement().satisfies(each -> assertThat(each.choices().get(1)).hasToString(choices("1=2").get(1).toString()));
	}

	@Test
	void inASecretVoteTheDeskTakesTheStubAndNoChoice() {
		vote = openWithCodes(secret(plan(roll)));
		var head = roll.heads().get(0);
		paper(FIRST, "1=1", officer);
		assertThat(readings.open(vote, head)).extracting(Readings.Reading::choices).containsExactly("-");
		assertThat(paper(FIRST, "1=2;2=no", colleague).receipt()).isPresent();
		assertThat(count("cast_mark where vote_id = ?", vote)).isEqualTo(1);
		assertThat(count("box_paper where vote_id = ?", vote)).isZero();
	}
}
