package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import cn.cuobian.instruments.Scrape;

/** What a scrape tells of the boxes, and what it must not. */
class BoxMetersTests extends VotesInTheHouse {

	private static final Duration SEVENTY_MINUTES = Duration.ofMinutes(70);
	private static final String OPEN = "cuobian_house_boxes_open";
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

	/** Tests before this one leave boxes open, and some of those were spoilt so that no round can move them on. */
	@Test
	void theAgeOfWhatIsNotPublicYetGrowsUntilTheNextRound() {
		var roll = roll(2);
		long vote = open(plan(roll));
		application.getBean(BoxRounds.class).anchor();
		var begun = Scrape.of(web);
		online(vote, roll.heads().get(0), "1=1;2=yes");
		clock.travel(SEVENTY_MINUTES);
		assertThat(Scrape.of(web).of(AGE)).isEqualTo(begun.of(AGE) + SEVENTY_MINUTES.toSeconds());
		application.getBean(BoxRounds.class).anchor();
		var told = Scrape.of(web);
		assertThat(told.of(AGE)).isEqualTo(begun.of(AGE) == 0 ? 0 : begun.of(AGE) + SEVENTY_MINUTES.toSeconds());
		assertThat(told.of("cuobian_box_anchored_total")).isGreaterThan(begun.of("cuobian_box_anchored_total"));
		close(vote);
		assertThat(Scrape.of(web).of(OPEN)).isEqualTo(begun.of(OPEN) - 1);
	}
}
