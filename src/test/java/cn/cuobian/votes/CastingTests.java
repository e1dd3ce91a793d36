package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import cn.cuobian.votes.BoxEntry.Kind;
import cn.cuobian.votes.CastMarks.CastMark;
import cn.cuobian.votes.Casting.Ballot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** What may go into the box, and what it looks like there. */
class CastingTests extends VotesInTheHouse {

	@Autowired
	private CastMarks marks;
	@Autowired
	private CodeRows codeRows;

	@Test
	void aBallotLiesInTheBoxAndTheReceiptIsTheBeginningOfItsHash() {
		var roll = roll(3);
		long vote = openWithCodes(plan(roll));
		var receipt = online(vote, roll.heads().get(1), "1=2,4;2=yes");
		assertThat(receipt.code()).matches("[0-9A-F]{4}(-[0-9A-F]{4}){3}");
		assertThat(boxRows.ballotHashes(vote)).singleElement().satisfies(hash -> assertThat(BoxEntry.receipt(hash)).isEqualTo(receipt.code()));
		assertThat(codeRows.counts(vote)).containsEntry(CodeRows.State.CAST, 1).containsEntry(CodeRows.State.ISSUED, 2);
		close(vote);
		var ballot = box.entries(vote).get(1);
		assertThat(ballot.choices()).isEqualTo("1=2,4;2=yes");
		assertThat(ballot.payload()).matches("[0-9a-f]{16}\\|1=2,4;2=yes");
		assertThat(ballot.headNo()).isEqualTo(2);
		assertThat(box.papers(vote)).containsExactly(new Paper(100_00, choices("1=2,4;2=yes")));
	}

	@Test
	void whatIsLeftOutIsAbstainedFrom() {
		var roll = roll(1);
		long vote = open(plan(roll));
		online(vote, roll.heads().get(0), "2=no");
		close(vote);
		assertThat(box.entries(vote).get(1).choices()).isEqualTo("1=abstain;2=no");
	}

	@Test
	void theChainIsWholeFromTheRollToTheClose() {
		var roll = roll(4);
		long vote = open(plan(roll));
		roll.heads().forEach(head -> online(vote, head, "1=1;2=yes"));
		close(vote);
		var before = votes.of(vote).headHash();
		var entries = box.entries(vote);
		var previous = fingerprint(roll);
		for (var entry : entries) {
			assertThat(entry.hash()).isEqualTo(BoxEntry.hash(previous, entry.seq(), entry.at(), entry.kind(), entry.headNo(), entry.channel(),
					entry.payload()));
			previous = entry.hash();
		}
		assertThat(previous).isEqualTo(before);
		assertThat(entries).extracting(BoxEntry::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
		assertThat(boxRows.anchors(vote)).singleElement().satisfies(anchor -> assertThat(anchor.hash()).isEqualTo(before));
	}

	@Test
	void aSecondVoteIsRefusedWithTheTimeAndTheWayOfTheFirst() {
		var roll = roll(2);
		long vote = open(plan(roll));
		online(vote, roll.heads().get(0), "1=1;2=yes");
		assertRefused("votes.box.voted.online", () -> online(vote, roll.heads().get(0), "1=2;2=no"));
		assertRefused("votes.box.voted.online", () -> casting.cast(new Ballot(vote, roll.heads().get(0), CastChannel.PAPER, choices("1=1"), null)));
		assertThat(count("cast_mark where vote_id = ?", vote)).isEqualTo(1);
		assertThat(votes.of(vote).seq()).isEqualTo(2);
	}

	@Test
	void theDatabaseItselfRefusesASecondMark() {
		var roll = roll(1);
		long vote = open(plan(roll));
		online(vote, roll.heads().get(0), "1=1;2=yes");
		assertThatThrownBy(() -> marks.add(vote, roll.heads().get(0), new CastMark(CastChannel.PAPER, 9, clock.instant())))
				.isInstanceOf(DuplicateKeyException.class);
	}

	@Test
	void aLaterBallotReplacesAnEarlierOneWhereTheRulesSaySo() {
		var roll = roll(2);
		long vote = openWithCodes(replacing(plan(roll)));
		online(vote, roll.heads().get(0), "1=1;2=yes");
		var second = online(vote, roll.heads().get(0), "1=3;2=no");
		assertThat(second.replaced()).isTrue();
		close(vote);
		assertThat(box.entries(vote)).extracting(BoxEntry::kind).containsExactly(Kind.OPENED, Kind.CAST, Kind.REPLACED, Kind.CLOSED);
		assertThat(box.papers(vote)).containsExactly(new Paper(100_00, choices("1=3;2=no")));
		assertThat(boxRows.ballotHashes(vote)).hasSize(1);
	}

	@Test
	void theWindowIsClosedAtItsLastInstantAndOpenAtItsFirst() {
		var roll = roll(3);
		var plan = plan(roll);
		long vote = announced(plan);
		clock.setTo(plan.opens().minusMillis(1));
		assertRefused("votes.box.opens-later", () -> online(vote, roll.heads().get(0), "1=1"));
		clock.setTo(plan.opens());
		votes.open(vote);
		online(vote, roll.heads().get(0), "1=1");
		clock.setTo(plan.closes().minusMillis(1));
		online(vote, roll.heads().get(1), "1=1");
		clock.setTo(plan.closes());
		assertRefused("votes.box.over", () -> online(vote, roll.heads().get(2), "1=1"));
		votes.close(vote);
		assertRefused("votes.box.over", () -> online(vote, roll.heads().get(2), "1=1"));
	}

	@Test
	void aNodeWhoseClockIsBehindWritesNoEarlierLine() {
		var roll = roll(2);
		long vote = open(plan(roll));
		clock.travel(java.time.Duration.ofMinutes(10));
		var first = online(vote, roll.heads().get(0), "1=1");
		clock.travel(java.time.Duration.ofSeconds(-3));
		assertThat(online(vote, roll.heads().get(1), "1=1").at()).isEqualTo(first.at());
	}

	@Test
	void aBallotThatDoesNotFitIsRefusedAndNothingIsKept() {
		var roll = roll(1);
		long vote = open(plan(roll));
		long head = roll.heads().get(0);
		assertRefused("votes.box.too-many", () -> online(vote, head, "1=1,2,3,4"));
		assertRefused("votes.box.unknown-candidate", () -> online(vote, head, "1=6"));
		assertRefused("votes.box.unknown-question", () -> online(vote, head, "3=yes"));
		for (var wrong : List.of("1=yes", "2=1", "1=invalid", "2=invalid")) {
			assertRefused("votes.box.wrong-answer", () -> online(vote, head, wrong));
		}
		assertRefused("refusals.not-found", () -> online(vote, -1, "1=1"));
		assertThat(votes.of(vote).seq()).isEqualTo(1);
		assertThat(count("cast_mark where vote_id = ?", vote)).isZero();
	}

	@Test
	void whoHasWithdrawnCannotBeVotedForAndWhatWasCastBeforeDoesNotCountForHim() {
		var roll = roll(2);
		long vote = open(plan(roll));
		online(vote, roll.heads().get(0), "1=1,2;2=yes");
		votes.withdraw(vote, 2, "本人申请退出");
		assertRefused("votes.box.withdrawn", () -> online(vote, roll.heads().get(1), "1=2;2=yes"));
		assertRefused("votes.box.unknown-candidate", () -> votes.withdraw(vote, 2, "再退一次"));
		online(vote, roll.heads().get(1), "1=1;2=yes");
		close(vote);
		assertRefused("votes.box.state.closed", () -> votes.withdraw(vote, 1, "太晚"));
		assertThat(box.entries(vote)).filteredOn(each -> each.kind() == Kind.WITHDRAWN).singleElement()
				.satisfies(each -> assertThat(each.payload()).isEqualTo("1.2|本人申请退出"));
		var gates = application.getBean(Gates.class);
		var counted = Tally.count(new Weight(200_00, 2), new TallyRules(gates.of(Gates.PARTICIPATION), false, TallyRules.Tie.AREA, java.util.Map.of()),
				votes.questions(vote).stream().map(question -> question.counted(gates)).toList(), box.papers(vote));
		assertThat(((Outcome.SeatsResult) counted.of(1)).standings()).extracting(Outcome.Standing::candidate).contains(1).doesNotContain(2);
	}

	@Test
	void yesNoAndAbstainAreEquallyLongOnceTheyAreSealed() {
		var roll = roll(3);
		long vote = open(plan(roll));
		online(vote, roll.heads().get(0), "1=1,2,3;2=yes");
		online(vote, roll.heads().get(1), "1=abstain;2=no");
		online(vote, roll.heads().get(2), "1=4;2=abstain");
		assertThat(db.sql("select payload_sealed from box_entry where vote_id = ? and kind = 'CAST'").param(vote)
				.query((row, n) -> row.getBytes(1).length).list()).hasSize(3).containsOnly(db.sql("select payload_sealed from box_entry where vote_id = ?"
						+ " and seq = 2").param(vote).query((row, n) -> row.getBytes(1).length).single());
	}

	@Test
	void theTurnoutSaysHowManyAndWhatIsMissingAndLeft() {
		var roll = new SomeRolls(db).frozen(here.compound(), 100_00, 100_00, 100_00, 300_01);
		long vote = open(plan(roll));
		online(vote, roll.heads().get(3), "1=1");
		var turnout = votes.turnout(vote);
		assertThat(turnout.voted()).isEqualTo(new Weight(300_01, 1));
		assertThat(turnout.missing()).isEqualTo(new Weight(100_00, 2));
		assertThat(turnout.left()).isEqualTo(new Weight(300_00, 3));
		online(vote, roll.heads().get(0), "1=1");
		assertThat(votes.turnout(vote)).satisfies(now -> assertThat(now.now().byArea()).isTrue())
				.satisfies(now -> assertThat(now.now().byHeads()).isFalse()).satisfies(now -> assertThat(now.missing()).isEqualTo(new Weight(0, 1)));
	}

	@Test
	void theSealedBallotOfOneVoteDoesNotOpenInAnother() {
		var roll = roll(2);
		long vote = open(plan(roll));
		online(vote, roll.heads().get(0), "1=1");
		online(vote, roll.heads().get(1), "1=2");
		var sealed = db.sql("select payload_sealed from box_entry where vote_id = ? and seq = 2").param(vote).query(byte[].class).single();
		assertThatThrownBy(() -> application.getBean(Sealing.class).open(sealed, "box:" + vote + ":3")).isInstanceOf(IllegalStateException.class);
	}
}
