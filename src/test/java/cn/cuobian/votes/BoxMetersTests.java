package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import cn.cuobian.instruments.Scrape;

/** What a scrape tells of the boxes, and what it must not. */
class BoxMetersTests extends VotesInTheHouse {

	private static final String AGE = "cuobian_house_boxes_anchor_age_seconds";

	@Test
	void ballotsAreCountedInOneNumberWhateverTheySay() {
		var roll = roll(3);
		long vote = open(plan(roll));
		var before = Scrape.of(web);
		online(vote, roll.heads().get(0), "1=1;2=yes");
		online(vote, roll.heads().get(1), "1=2;2=no");
		var after = Scrape.of(web);
		assertThat(after.of("cuobian_box_cast_total") - before.of("cuobian_box_cast_total")).isEqualTo(2);
		assertThat(after.all().keySet()).filteredOn(series -> series.contains("_box")).isNotEmpty()
				.allSatisfy(series -> assertThat(series).as("no label at all").doesNotContain("{"));
		close(vote);
	}

	@Test
	void theAgeOfTheEndThatWasMadePublicGrowsUntilTheNextOne() {
		assertThat(Scrape.of(web).of("cuobian_house_boxes_open")).as("boxes of tests before this one are closed").isZero();
		long vote = open(plan(roll(2)));
		clock.travel(Duration.ofMinutes(70));
		var scrape = Scrape.of(web);
		assertThat(scrape.of("cuobian_house_boxes_open")).isEqualTo(1);
		assertThat(scrape.of(AGE)).isGreaterThanOrEqualTo(70 * 60);
		application.getBean(BoxRounds.class).anchor();
		assertThat(Scrape.of(web).of(AGE)).isZero();
		assertThat(Scrape.of(web).of("cuobian_box_anchored_total")).isPositive();
		close(vote);
		assertThat(Scrape.of(web).of("cuobian_house_boxes_open")).isZero();
	}
}
