package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;

import cn.cuobian.nodes.ClockWatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;

/** A node whose clock is not the database's takes no ballots. */
class ClockOffTests extends VotesInTheHouse {

	private ClockWatch off(Duration by) {
		return new ClockWatch(db, InstantSource.offset(InstantSource.system(), by));
	}

	@ParameterizedTest
	@ValueSource(longs = { -3600, -4, 4, 3600 })
	void whoIsMoreThanTwoSecondsOffTakesNothing(long seconds) {
		var vote = votes.of(open(plan(roll(1))));
		var elsewhere = new Box(boxRows, application.getBean(SecretPapers.class), application.getBean(VoteRows.class),
				application.getBean(HeadRows.class), off(Duration.ofSeconds(seconds)), (ApplicationEventPublisher) event -> {
				}, clock);
		assertRefused("votes.box.clock-off", () -> elsewhere.now(vote));
		assertThat(box.now(vote)).isEqualTo(clock.instant());
	}

}
