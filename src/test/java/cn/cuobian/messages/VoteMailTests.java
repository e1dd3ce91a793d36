package cn.cuobian.messages;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;

import cn.cuobian.CuobianTest;
import cn.cuobian.EveryTable;
import cn.cuobian.TestClock;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.vault.Vault;
import cn.cuobian.votes.NewVote;
import cn.cuobian.votes.NewVote.NewQuestion;
import cn.cuobian.votes.Openness;
import cn.cuobian.votes.OwnersOfACompound;
import cn.cuobian.votes.ReceiptShows;
import cn.cuobian.votes.SomeRolls;
import cn.cuobian.votes.SomeRolls.SomeRoll;
import cn.cuobian.votes.TallyRules.Tie;
import cn.cuobian.votes.TestBallots;
import cn.cuobian.votes.Votes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What owners are written about a vote: the link, the cast, the reminder; never a choice. */
@CuobianTest
class VoteMailTests {

	@Autowired
	private MockMvc web;
	@Autowired
	private TestClock clock;
	@Autowired
	private Votes votes;
	@Autowired
	private SomePlaces places;
	@Autowired
	private SomePeople people;
	@Autowired
	private ApplicationContext application;
	@Autowired
	private JdbcClient db;

	private Instant before;
	private MailServer server;
	private Person officer;
	private String place;
	private SomeRoll roll;
	private long vote;
	private List<String> announced;
	private List<String> opened;

	@BeforeEach
	void anOpenVote() throws Exception {
		db.sql("update mail set state = 'SENT'").update(); // of tests before this one
		before = clock.instant();
		server = new MailServer(application);
		server.start();
		var branch = places.branch();
		place = branch.compound();
		officer = people.holding("election-officer", branch.township());
		var rolls = new SomeRolls(db);
		roll = rolls.frozen(branch.compound(), 100_00, 100_00, 100_00);
		rolls.mails(application.getBean(Vault.class), roll, 0, "wife" + roll.id() + "@example.cn", "husband" + roll.id() + "@example.cn");
		clock.setTo(LocalDate.now(clock).plusDays(1).atTime(LocalTime.of(10, 0)).atZone(clock.getZone()).toInstant());
		var viewer = TestViewers.of(application, officer);
		vote = votes.prepare(new NewVote(roll.id(), "更换物业", NewVote.ALONE, Openness.REAL_NAME, false, false, ReceiptShows.INCLUSION, 0, Tie.AREA,
				clock.instant().plusSeconds(60), clock.instant().plus(Duration.ofDays(5)), false, List.of(NewQuestion.motion(4, "更换物业公司"))), viewer);
		votes.announce(vote, viewer);
		announced = waiting();
		clock.travel(Duration.ofMinutes(1));
		votes.open(vote);
		opened = waiting();
		act("codes");
	}

	/** Kinds of the mails to the roll's owners that wait, which do not leave in this test. */
	private List<String> waiting() {
		var kinds = db.sql("select kind from mail where state = 'WAITING' and addressee in (select concat('owner:', o.id) from roll_owner o where o.roll_id = ?)")
				.param(roll.id()).query(String.class).list();
		db.sql("update mail set state = 'SENT'").update();
		return kinds;
	}

	@AfterEach
	void stop() {
		server.stop();
		clock.setTo(before);
	}

	private void act(String act) throws Exception {
		web.perform(post("/votes/" + vote + "/" + act).with(as(officer)).with(csrf())).andExpect(status().is3xxRedirection());
	}

	private String textTo(String who) {
		var mails = server.received(who + roll.id());
		assertThat(mails).hasSize(1);
		return MailServer.part(mails.get(0), 0) + MailServer.part(mails.get(0), 1);
	}

	@Test
	void eachPublishedAnchorIsMailedToScrutineersAndOfficers() {
		var wishes = application.getBean(MailWishes.class);
		var scrutineer = people.holding("scrutineer", place);
		for (var person : List.of(officer, scrutineer)) {
			wishes.set(person.id(), new Wishes("watch" + person.id() + "@example.cn", Wishes.Pace.AT_ONCE, Wishes.Language.ZH,
					Wishes.DEFAULT.quietFrom(), Wishes.DEFAULT.quietUntil()));
		}
		TestBallots.anchor(application);
		var opened = votes.of(vote);
		TestBallots.anchor(application); // nothing new
		TestBallots.cast(application, vote, roll.heads().get(1), "1=yes");
		clock.setTo(opened.ends());
		votes.close(vote);
		server.round();
		for (var person : List.of(officer, scrutineer)) {
			assertThat(server.received("watch" + person.id() + "@")).extracting(mail -> MailServer.part(mail, 0)).hasSize(2)
					.anyMatch(text -> text.contains(opened.seq() + ":" + opened.headHash()))
					.anyMatch(text -> text.contains(votes.of(vote).seq() + ":" + votes.of(vote).headHash()) && text.contains("/vote/box/" + vote));
		}
	}

	@Test
	void theLinkGoesToWhoVotesForTheHouseholdAndStandsInNoTable() throws Exception {
		act("codes/mail");
		act("codes/mail");
		server.round();
		var found = Pattern.compile("/vote/([0-9A-Z]{20})").matcher(textTo("wife"));
		assertThat(found.find()).isTrue();
		assertThat(server.received("husband" + roll.id())).isEmpty();
		assertThat(EveryTable.holding(db, found.group(1))).isEmpty();
		web.perform(get("/vote/" + found.group(1))).andExpect(status().isOk());
	}

	@Test
	void aLinkThatIsNoLongerNeededDoesNotLeave() throws Exception {
		act("codes/mail");
		TestBallots.cast(application, vote, roll.heads().get(0), "1=yes");
		db.sql("update mail set state = 'SENT' where kind = 'BALLOT_CAST'").update();
		server.round();
		assertThat(server.received("wife" + roll.id())).isEmpty();
	}

	@Test
	void everyCoOwnerIsToldThatTheBallotIsInTheBoxAndNobodyWhatItSays() {
		TestBallots.cast(application, vote, roll.heads().get(0), "1=no");
		server.round();
		for (var who : List.of("wife", "husband")) {
			assertThat(textTo(who)).contains("您家的票已投入票箱", "更换物业", "/vote/box/" + vote, "call the election officer").doesNotContain("反对")
					.doesNotContain("1=no").doesNotContain("No,");
		}
	}

	@Test
	void whoHasNotVotedIsRemindedOnceADay() throws Exception {
		act("remind");
		act("remind");
		server.round();
		assertThat(textTo("wife")).contains("还没有收到您家的票");
		clock.travel(Duration.ofDays(1));
		TestBallots.cast(application, vote, roll.heads().get(0), "1=yes");
		db.sql("update mail set state = 'SENT' where kind = 'BALLOT_CAST'").update();
		act("remind");
		server.round();
		assertThat(server.received("wife" + roll.id())).hasSize(1);
	}

	@Test
	void everyOwnerIsToldOfTheAssemblyAndOfTheOpenWindow() {
		assertThat(announced).containsExactly("VOTE_ANNOUNCED", "VOTE_ANNOUNCED");
		assertThat(opened).containsExactly("VOTE_OPEN", "VOTE_OPEN");
	}

	@Test
	void everyOwnerIsToldOfTheResultInBothLanguagesAndOfNoChoice() {
		clock.travel(Duration.ofDays(5));
		votes.close(vote);
		new OwnersOfACompound(application).count(vote, TestViewers.of(application, officer));
		server.round();
		for (var who : List.of("wife", "husband")) {
			assertThat(textTo(who)).contains("投票结果已经公布", "The votes are counted", "更换物业", "/vote/box/" + vote).doesNotContain("1=");
		}
	}
}
