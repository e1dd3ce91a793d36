package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.people.Viewer;
import cn.cuobian.votes.NewVote.NewQuestion;
import cn.cuobian.votes.Outcome.Place;
import cn.cuobian.votes.Outcome.SeatsResult;
import cn.cuobian.votes.PaperDesk.PaperRead;
import cn.cuobian.votes.SomeRolls.SomeRoll;
import cn.cuobian.votes.Urn.UrnPaper;
import cn.cuobian.votes.TallyRules.Tie;

/** From the closed box to the archive that passes without the house. */
class EvidenceTests extends VotesInTheHouse {

	private static final String BALLOT = "1=1,2,3;2=yes";

	@Autowired
	Counting counting;
	@Autowired
	Archives archives;
	@Autowired
	Reconciliation reconciliation;
	@Autowired
	PaperDesk desk;
	@Autowired
	Urn urn;
	@Autowired
	SheetRolls sheetRolls;
	@Autowired
	Rolls rolls;

	private long voted(NewVote plan, SomeRoll roll, int online, int onPaper) {
		long vote = openWithCodes(plan);
		for (int i = 0; i < online; i++) {
			online(vote, roll.heads().get(i), i % 3 == 0 ? "1=4,5;2=no" : BALLOT);
		}
		Viewer colleague = anotherOfficer();
		for (int i = online; i < online + onPaper; i++) {
			var paper = new PaperRead("K-%06d".formatted(i + 1), CastChannel.PAPER, Choices.parse(BALLOT));
			desk.read(vote, paper, officer);
			desk.read(vote, paper, colleague);
		}
		return vote;
	}

	private static HandCount hands(int issued, int found, int spoiled, int unused, String explanation) {
		return new HandCount(issued, found, spoiled, unused, explanation, "王监票、李监票");
	}

	private List<Scrutineer.Finding> checked(long vote) {
		var anchor = boxRows.anchors(vote).get(boxRows.anchors(vote).size() - 1);
		return Scrutineer.findings(archives.of(vote), archives.publicKey(), anchor.seq() + ":" + anchor.hash());
	}

	@Test
	void aRealNameVoteEndsInAnArchiveThatPasses() {
		var roll = roll(10);
		long vote = voted(plan(roll), roll, 5, 3);
		assertRefused("votes.box.state.open", () -> counting.count(vote, officer));
		votes.extend(vote, votes.of(vote).closes().plusSeconds(3600), "为了“多收”一些票, 延长", officer);
		votes.withdraw(vote, 1, 5, "本人申请");
		close(vote);
		assertRefused("votes.evidence.not-reconciled", () -> counting.count(vote, officer));
		counting.reconcile(vote, hands(10, 3, 1, 6, ""), officer);
		var outcome = counting.count(vote, officer);
		assertThat(((SeatsResult) outcome.of(1)).at(Place.ELECTED)).containsExactly(1, 2, 3);
		assertThat(votes.of(vote).state()).isEqualTo(VoteState.COUNTED);
		assertThat(counting.outcome(vote).orElseThrow().text()).isEqualTo(outcome.text());
		assertThat(new String(archives.of(vote), StandardCharsets.UTF_8)).contains("延长投票时间至 " + VoteTime.text(votes.of(vote).ends()) + "：为了",
				"第 1 项 5 号候选人退出：本人申请");
		assertThat(checked(vote)).isEmpty();
		assertThat(archives.of(vote)).as("the same whenever it is asked for").isEqualTo(archives.of(vote));
		assertRefused("votes.box.state.counted", () -> counting.count(vote, officer));
	}

	@Test
	void aSecretVoteEndsInAnArchiveWithoutALinkFromVoterToChoice() {
		var roll = roll(9);
		long vote = voted(secret(plan(roll)), roll, 6, 2);
		clock.setTo(votes.of(vote).ends());
		for (var by : List.of(officer, anotherOfficer())) {
			urn.read(vote, new UrnPaper(1, "100.00", Choices.parse(BALLOT)), by);
			urn.read(vote, new UrnPaper(2, "100.00", Choices.parse("1=4,5;2=no")), by);
		}
		close(vote);
		counting.reconcile(vote, hands(9, 2, 0, 7, ""), officer);
		counting.count(vote, officer);
		assertThat(checked(vote)).isEmpty();
		String text = new String(archives.of(vote), StandardCharsets.UTF_8);
		String chain = text.substring(text.indexOf("seq,at,kind"), text.indexOf("paper,area,choices"));
		assertThat(chain).contains(",CAST,").doesNotContain("yes").doesNotContain("1=");
	}

	@Test
	void sheetsThatDoNotAddUpAreNotCountedWithoutAnExplanationOnRecord() {
		var roll = roll(6);
		long vote = voted(plan(roll), roll, 3, 2);
		assertRefused("votes.box.state.open", () -> counting.reconcile(vote, hands(6, 2, 0, 4, ""), officer));
		close(vote);
		assertRefused("votes.evidence.difference", () -> counting.reconcile(vote, hands(6, 2, 0, 3, ""), officer));
		assertRefused("votes.evidence.difference", () -> counting.reconcile(vote, hands(6, 3, 0, 3, ""), officer));
		assertRefused("votes.evidence.negative", () -> counting.reconcile(vote, hands(6, 2, -1, 5, ""), officer));
		assertRefused("votes.evidence.scrutineers", () -> counting.reconcile(vote, new HandCount(6, 2, 0, 4, "", " "), officer));
		assertRefused("votes.evidence.not-reconciled", () -> counting.count(vote, officer));
		counting.reconcile(vote, hands(6, 2, 0, 3, "一张未交回,业主称已丢失"), officer);
		counting.count(vote, officer);
		assertThat(checked(vote)).isEmpty();
		assertThat(new String(archives.of(vote), StandardCharsets.UTF_8)).contains("PAPER,6,2,0,3,\"一张未交回,业主称已丢失\"");
	}

	@Test
	void codesThatWereUsedWithoutABallotStopTheCount() {
		var roll = roll(4);
		long vote = voted(plan(roll), roll, 3, 0);
		close(vote);
		db.sql("update vote_code set state = 'CAST' where vote_id = ? and serial = 'K-000004'").param(vote).update();
		assertRefused("votes.evidence.codes", () -> counting.count(vote, officer));
	}

	@Test
	void candidatesWhoStandEqualAtTheLastSeatWaitForTheLot() {
		var roll = roll(4);
		var even = openWithCodes(plan(roll));
		roll.heads().forEach(head -> online(even, head, "1=1,2;2=yes"));
		close(even);
		assertThat(((SeatsResult) counting.count(even, officer).of(1)).at(Place.ELECTED)).containsExactly(1, 2);

		var tied = openWithCodes(new NewVote(roll.id(), "换届", NewVote.ALONE, Openness.REAL_NAME, false, false, ReceiptShows.INCLUSION, 0, Tie.LOT,
				clock.instant().plusSeconds(60), clock.instant().plusSeconds(7200), false,
				List.of(new NewQuestion(3, "选一人", 1, 0, 2, List.of("甲", "乙")))));
		roll.heads().forEach(head -> online(tied, head, "1=1,2"));
		close(tied);
		assertRefused("votes.evidence.tied", () -> counting.count(tied, officer));
		assertRefused("votes.evidence.lot", () -> counting.drawLots(tied, 1, List.of(2), "陈见证", officer));
		assertRefused("votes.evidence.no-tie", () -> counting.drawLots(tied, 2, List.of(2, 1), "陈见证", officer));
		counting.drawLots(tied, 1, List.of(2, 1), "陈见证", officer);
		assertThat(((SeatsResult) counting.count(tied, officer).of(1)).at(Place.ELECTED)).containsExactly(2);
		assertThat(checked(tied)).isEmpty();
	}

	@Test
	void aStrangersOfficerHasNoBusinessHere() {
		var roll = roll(3);
		long vote = voted(plan(roll), roll, 3, 0);
		close(vote);
		var stranger = viewer(some.holding("election-officer", somePlaces.branch().township()));
		assertRefused("refusals.not-found", () -> counting.count(vote, stranger));
		counting.count(vote, officer);
		assertRefused("refusals.not-found", () -> archives.take(vote, "起诉", stranger));
		assertRefused("votes.evidence.reason", () -> archives.take(vote, " ", officer));
		archives.take(vote, "业主申请查阅", officer);
		assertThat(count("vote_archive_taken where vote_id = ? and person_id = ?", vote, officer.personId())).isOne();
	}

	/** Parking spaces that do not count stand in the list of the roll and in no head. */
	@Test
	void aRollFromASheetIsRecomputedFromItsArchive() {
		for (long sheet : new long[] { sheetRolls.frozen(here.compound(), officer), sheetRolls.frozen571(here.compound(), officer) }) {
			var heads = application.getBean(HeadRows.class).of(sheet);
			long vote = openWithCodes(plan(new SomeRoll(sheet, List.of())));
			heads.subList(0, heads.size() * 3 / 4 + 1).forEach(head -> online(vote, head.id(), BALLOT));
			close(vote);
			counting.count(vote, officer);
			assertThat(checked(vote)).isEmpty();
			assertThat(new String(archives.of(vote), StandardCharsets.UTF_8)).contains(rolls.of(sheet).fingerprint()).doesNotContain("陈晓明", "13900000101");
		}
	}

	@Test
	void theKeyStaysTheSameAndItsPrivateHalfIsSealed() {
		assertThat(archives.publicKey()).isEqualTo(archives.publicKey()).startsWith("MCowBQYDK2VwAyEA");
		var sealed = db.sql("select private_sealed from signing_key").query((row, n) -> row.getBytes(1)).single();
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("MC4CAQ");
		assertThat(count("signing_key")).isOne();
	}

	@Test
	void theMinutesShowTheArithmetic() {
		var roll = roll(10);
		long vote = voted(plan(roll), roll, 10, 0);
		close(vote);
		counting.count(vote, officer);
		String minutes = new String(archives.of(vote), StandardCharsets.UTF_8);
		assertThat(minutes).contains("3 × 1000.00 = 3000.00 ≥ 2 × 1000.00 = 2000.00").contains("当选：陈一、林二、黄三");
		assertThat(minutes).contains("结果：通过");
	}
}
