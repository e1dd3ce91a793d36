package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import cn.cuobian.people.Group;
import cn.cuobian.vault.Sha256;
import cn.cuobian.votes.NewVote.NewQuestion;
import cn.cuobian.votes.TallyRules.Tie;
import org.junit.jupiter.api.Test;

/** A vote from the preparation to the closed box. */
class VotesTests extends VotesInTheHouse {

	@Test
	void aVoteGoesFromDraftToClosed() {
		var plan = plan(roll(3));
		long vote = votes.prepare(plan, officer);
		assertThat(votes.of(vote).state()).isEqualTo(VoteState.DRAFT);
		votes.announce(vote, officer);
		assertThat(votes.of(vote).state()).isEqualTo(VoteState.ANNOUNCED);
		clock.setTo(plan.opens());
		votes.open(vote);
		votes.open(vote);
		assertThat(votes.of(vote)).satisfies(open -> assertThat(open.isOpen()).isTrue())
				.satisfies(open -> assertThat(open.opened()).isEqualTo(plan.opens()));
		close(vote);
		votes.close(vote);
		assertThat(votes.of(vote).state()).isEqualTo(VoteState.CLOSED);
		assertThat(box.entries(vote)).extracting(BoxEntry::kind).containsExactly(BoxEntry.Kind.OPENED, BoxEntry.Kind.CLOSED);
	}

	@Test
	void whatCannotBeAnnouncedIsSaidAtOnce() {
		var plan = plan(roll(3));
		var questions = List.of(NewQuestion.motion(10, ""), new NewQuestion(4, "清退物业", 3, 0, 3, List.of("陈一")),
				NewQuestion.seats("选举", 3, 1, List.of("陈一", "陈一")), new NewQuestion(3, "选举", 3, 1, 0, List.of("陈一")),
				new NewQuestion(4, "清退物业", 0, 0, 0, List.of("陈一")));
		var bad = new NewVote(plan.rollId(), " ", "vote", Openness.SECRET, true, false, ReceiptShows.SHOWS_VOTE, -1, Tie.LOT, clock.instant(),
				clock.instant(), true, questions);
		for (var rule : List.of("title", "opens-past", "window", "secret-cannot-replace", "secret-shows-nothing", "proxy-cap", "question-words",
				"question-item", "question-not-election", "question-names", "question-numbers", "question-seats")) {
			assertRefused("votes.box." + rule, () -> votes.prepare(bad, officer));
		}
		assertThat(count("vote where place = ?", here.compound())).isZero();
	}

	@Test
	void onlyTheOfficerOfThePlaceMayAct() {
		var plan = plan(roll(3));
		var elsewhere = viewer(some.holding("election-officer", somePlaces.branch().township()));
		var administrator = viewer(some.holding("administrator", Group.EVERYWHERE));
		long vote = votes.prepare(plan, officer);
		for (var stranger : List.of(elsewhere, administrator)) {
			assertRefused("votes.roll-not-officer", () -> votes.prepare(plan, stranger));
			assertRefused("refusals.not-found", () -> votes.announce(vote, stranger));
			assertRefused("refusals.not-found", () -> votes.extend(vote, plan.closes(), "x", stranger));
			assertRefused("refusals.not-found", () -> votes.close(vote, stranger));
			assertRefused("refusals.not-found", () -> votes.annul(vote, "x", stranger));
			assertRefused("refusals.not-found", () -> codes.issue(vote, stranger));
		}
	}

	@Test
	void itOpensNeitherEarlyNorLateNorWithoutAFrozenRoll() {
		var plan = plan(roll(3));
		long vote = votes.prepare(plan, officer);
		assertRefused("votes.box.state.draft", () -> votes.open(vote));
		votes.announce(vote, officer);
		clock.setTo(plan.opens().minusMillis(1));
		assertRefused("votes.box.opens-later", () -> votes.open(vote));
		clock.setTo(plan.closes());
		assertRefused("votes.box.over", () -> votes.open(vote));
		var draft = plan(new SomeRolls.SomeRoll(new SomeRolls(db).draft(here.compound()), List.of()));
		long early = announced(draft);
		clock.setTo(draft.opens());
		assertRefused("votes.box.roll-not-frozen", () -> votes.open(early));
		assertThat(votes.of(early).state()).isEqualTo(VoteState.ANNOUNCED);
	}

	@Test
	void itIsNotAnnouncedOnceItShouldBeOpen() {
		var plan = plan(roll(3));
		long vote = votes.prepare(plan, officer);
		clock.setTo(plan.opens());
		assertRefused("votes.box.announced-late", () -> votes.announce(vote, officer));
	}

	@Test
	void theBoxIsNotClosedEarlyAndNotReadBefore() {
		long vote = open(plan(roll(3)));
		clock.setTo(votes.of(vote).ends().minusMillis(1));
		assertRefused("votes.box.closes-later", () -> votes.close(vote, officer));
		assertRefused("votes.box.still-closed", () -> box.entries(vote));
		assertRefused("votes.box.still-closed", () -> box.papers(vote));
		assertRefused("votes.box.still-closed", () -> box.secretPapers(vote));
	}

	@Test
	void itIsExtendedOnlyIfAnnouncedOnlyLaterAndOnlyBeforeTheEnd() {
		var plan = plan(roll(3));
		long vote = open(plan);
		assertRefused("votes.box.extend-later", () -> votes.extend(vote, plan.closes(), "人数不够", officer));
		assertRefused("votes.box.words", () -> votes.extend(vote, plan.closes().plusSeconds(1), " ", officer));
		var until = plan.closes().plus(Duration.ofDays(3));
		clock.setTo(plan.closes().minusMillis(1));
		votes.extend(vote, until, "人数\n不够", officer);
		assertThat(votes.of(vote)).satisfies(facts -> assertThat(facts.ends()).isEqualTo(until))
				.satisfies(facts -> assertThat(facts.closes()).isEqualTo(plan.closes()));
		clock.setTo(until);
		assertRefused("votes.box.over", () -> votes.extend(vote, until.plusSeconds(1), "人数不够", officer));
		votes.close(vote);
		assertThat(box.entries(vote)).filteredOn(each -> each.kind() == BoxEntry.Kind.EXTENDED)
				.singleElement().satisfies(each -> assertThat(each.payload()).isEqualTo(until + "|人数 不够"));
		var fixed = new NewVote(plan.rollId(), "x", "vote", Openness.REAL_NAME, false, false, ReceiptShows.INCLUSION, 0, Tie.AREA,
				clock.instant().plusSeconds(1), clock.instant().plusSeconds(9), false, QUESTIONS);
		long other = open(fixed);
		assertRefused("votes.box.not-extendable", () -> votes.extend(other, clock.instant().plusSeconds(99), "人数不够", officer));
	}

	@Test
	void whatWasAnnulledTakesNothingMore() {
		var roll = roll(3);
		long vote = open(plan(roll));
		votes.annul(vote, "名册有误", officer);
		assertRefused("votes.box.state.annulled", () -> online(vote, roll.heads().get(0), "1=1;2=yes"));
		assertRefused("votes.box.state.annulled", () -> votes.annul(vote, "再来", officer));
		assertRefused("votes.box.state.annulled", () -> votes.close(vote));
		assertRefused("votes.box.still-closed", () -> box.entries(vote));
	}

	@Test
	void theFirstLineCarriesTheHashOfTheSheetAndHangsOnTheRoll() {
		var roll = roll(3);
		long vote = open(plan(roll));
		var sheet = application.getBean(VoteRows.class).sheet(vote);
		assertThat(sheet).contains("title=第一届业委会选举\n", "heads=3\n", "question.1.candidate.5=吴五\n", "question.2.gate=ORDINARY 1/2 more\n");
		var first = boxRows.of(vote, false).get(0);
		assertThat(first.payload()).isEqualTo(Sha256.hex(sheet));
		assertThat(first.hash()).isEqualTo(BoxEntry.hash(application.getBean(Rolls.class).of(roll.id()).fingerprint(), 1, first.at(), BoxEntry.Kind.OPENED, null, null,
				first.payload()));
	}

	@Test
	void everyItemOfTheLawGetsItsGate() {
		var questions = java.util.stream.IntStream.rangeClosed(1, 9).mapToObj(item -> NewQuestion.motion(item, "事项" + item))
				.collect(java.util.stream.Collectors.toList());
		var plan = plan(roll(3));
		long vote = votes.prepare(new NewVote(plan.rollId(), "九项", "vote", plan.openness(), false, false, plan.receipt(), 0, plan.tie(), plan.opens(),
				plan.closes(), false, questions), officer);
		assertThat(votes.questions(vote)).extracting(VoteQuestion::gate).containsExactly("ORDINARY", "ORDINARY", "ORDINARY", "ORDINARY", "ORDINARY",
				"MAJOR", "MAJOR", "MAJOR", "ORDINARY");
	}

	@Test
	void turningAHomeIntoAShopNeedsTheOwnersOfItsBuildingAndNothingElseIsTheirs() {
		var roll = roll(3);
		assertRefused("votes.box.279-needs-building", () -> votes.prepare(asking(roll, 279), officer));
		db.sql("update roll set building = '3幢' where id = ?").param(roll.id()).update();
		assertRefused("votes.box.building-decides-279", () -> votes.prepare(asking(roll, 4), officer));
		assertThat(votes.questions(votes.prepare(asking(roll, 279), officer))).extracting(VoteQuestion::gate).containsExactly("UNANIMOUS");
	}

	private NewVote asking(SomeRolls.SomeRoll roll, int item) {
		var plan = plan(roll);
		return new NewVote(plan.rollId(), "一项", "vote", plan.openness(), false, false, plan.receipt(), 0, plan.tie(), plan.opens(), plan.closes(), false,
				java.util.List.of(NewQuestion.motion(item, "事项" + item)));
	}

	@Test
	void theClockOpensAndClosesByItself() {
		var plan = plan(roll(3));
		long vote = announced(plan);
		var rounds = application.getBean(BoxRounds.class);
		rounds.round();
		assertThat(votes.of(vote).state()).isEqualTo(VoteState.ANNOUNCED);
		clock.setTo(plan.opens());
		rounds.round();
		assertThat(votes.of(vote).isOpen()).isTrue();
		rounds.anchor();
		assertThat(boxRows.anchors(vote)).singleElement().satisfies(anchor -> assertThat(anchor.hash()).isEqualTo(votes.of(vote).headHash()));
		clock.setTo(plan.closes());
		rounds.round();
		assertThat(votes.of(vote).state()).isEqualTo(VoteState.CLOSED);
		assertThat(boxRows.anchors(vote)).hasSize(2);
	}
}
