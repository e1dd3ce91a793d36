package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import cn.cuobian.matters.MatterEvent.MatterAnswered;
import cn.cuobian.matters.MatterEvent.MatterClosed;
import cn.cuobian.matters.MatterEvent.MatterRaised;
import cn.cuobian.matters.MatterEvent.MatterRated;
import cn.cuobian.matters.MatterEvent.MatterReturned;
import cn.cuobian.refusals.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MatterTests {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private final Matter matter = new Matter(new MatterFacts(7, "QZ-2026-000007", "lingxiu-7", null, null, "drainage",
			"7栋化粪池倒灌", "7栋化粪池倒灌", Channel.WEB, Scope.BUILDING, false, NOW, null, null), MatterState.OPEN, Tier.BUILDING,
			Matter.Answer.NONE, null, null, null);

	private static void assertRefused(ThrowingCallable act, String rule) {
		assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

	@Test
	void climbsAndComesBack() {
		matter.raise(Tier.HALL);
		matter.raise(Tier.MEETING);
		matter.returnTo(Tier.HALL);
		assertThat(matter.tier()).isEqualTo(Tier.HALL);
		assertThat(matter.happened()).containsExactly(new MatterRaised(7, Tier.BUILDING, Tier.HALL),
				new MatterRaised(7, Tier.HALL, Tier.MEETING), new MatterReturned(7, Tier.MEETING, Tier.HALL));
	}

	@Test
	void isNotRaisedDownOrReturnedUp() {
		assertRefused(() -> matter.raise(Tier.BUILDING), "matters.raise-not-higher");
		assertRefused(() -> matter.returnTo(Tier.HALL), "matters.return-not-lower");
		assertThat(matter.happened()).isEmpty();
	}

	@Test
	void theDraftBecomesTheAnswer() {
		matter.draftAnswer(" 已疏通。 ");
		assertThat(matter.answer()).isEmpty();
		matter.answer(NOW);
		assertThat(matter.answer()).contains("已疏通。");
		assertThat(matter.state()).isEqualTo(MatterState.ANSWERED);
		assertThat(matter.happened()).containsExactly(new MatterAnswered(7, true));
	}

	@Test
	void isRatedOnceAndOnlyAfterTheAnswer() {
		assertRefused(() -> matter.rate(5, null, NOW), "matters.rate-not-answered");
		matter.answer(NOW);
		assertRefused(() -> matter.rate(0, null, NOW), "matters.rating-range");
		assertRefused(() -> matter.rate(6, null, NOW), "matters.rating-range");
		assertRefused(() -> matter.rate(5, "好".repeat(Matter.MAX_RATING_WORDS + 1), NOW), "matters.words-too-long");
		matter.rate(5, "  ", NOW);
		assertThat(matter.rating()).contains(new Matter.Rating(5, null, NOW));
		assertRefused(() -> matter.rate(1, null, NOW), "matters.rated-already");
		assertThat(matter.happened()).contains(new MatterRated(7, 5));
	}

	@Test
	void isReopenedOnce() {
		assertRefused(() -> matter.reopen("还在漏", NOW), "matters.reopen-not-answered");
		matter.answer(NOW);
		matter.reopen("还在漏", NOW);
		assertThat(matter.state()).isEqualTo(MatterState.OPEN);
		matter.answer(NOW);
		assertRefused(() -> matter.reopen("还在漏", NOW), "matters.reopened-already");
	}

	@Test
	void isWithdrawnOnlyWhileOpen() {
		matter.answer(NOW);
		assertRefused(() -> matter.withdraw(null, NOW), "matters.withdraw-not-open");
	}

	@Test
	void nothingHappensToAWithdrawnMatter() {
		matter.withdraw(null, NOW);
		assertRefused(() -> matter.raise(Tier.HALL), "matters.raise-not-open");
		assertRefused(() -> matter.answer(NOW), "matters.answer-not-open");
		assertRefused(() -> matter.refuse(NOW), "matters.refuse-not-open");
		assertRefused(() -> matter.close(NOW), "matters.close-not-answered");
		assertThat(matter.closedAt()).contains(NOW);
	}

	@Test
	void aRefusalKeepsThePointerToWhoIsCompetent() {
		matter.draftAnswer("请向供电公司反映，电话 95598。");
		matter.refuse(NOW);
		assertThat(matter.answer()).contains("请向供电公司反映，电话 95598。");
		assertThat(matter.state()).isEqualTo(MatterState.REFUSED);
	}

	@Test
	void closingKeepsWhetherItWasRated() {
		assertRefused(() -> matter.close(NOW), "matters.close-not-answered");
		matter.answer(NOW);
		matter.close(NOW);
		assertThat(matter.happened()).contains(new MatterClosed(7, false));
	}

	@Test
	void aReceiptKeepsItsCodeOutOfTheLog() {
		assertThat(new Receipt("QZ-2026-000001", "4F7K-0000")).asString().doesNotContain("4F7K");
	}
}
