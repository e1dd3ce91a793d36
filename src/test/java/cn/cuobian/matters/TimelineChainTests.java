package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import cn.cuobian.matters.TimelineChain.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineChainTests {

	private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");

	private final List<Link> links = new ArrayList<>();
	private String head = TimelineChain.START;

	@BeforeEach
	void fourLines() {
		for (int seq = 1; seq <= 4; seq++) {
			Link open = new Link(7, seq, AT.plusSeconds(seq), "NOTED", 3L, null, "{\"note\":\"n" + seq + "\"}", head, "");
			Link link = new Link(7, seq, open.at(), open.kind(), 3L, null, open.payload(), head, open.computed());
			links.add(link);
			head = link.hash();
		}
	}

	private int firstBad() {
		return TimelineChain.firstBad(links, 4, head);
	}

	private static Link withPayload(Link link, String payload) {
		return new Link(link.matterId(), link.seq(), link.at(), link.kind(), link.actor(), link.onBehalfOf(), payload,
				link.previous(), link.hash());
	}

	@Test
	void whatWasWrittenHolds() {
		assertThat(firstBad()).isZero();
		assertThat(TimelineChain.firstBad(List.of(), 0, TimelineChain.START)).isZero();
	}

	@Test
	void aChangedLineIsFound() {
		links.set(1, withPayload(links.get(1), "{\"note\":\"other\"}"));
		assertThat(firstBad()).isEqualTo(2);
	}

	@Test
	void aChangedLineWithItsHashComputedAnewIsFoundAtTheNext() {
		Link forged = withPayload(links.get(1), "{\"note\":\"other\"}");
		links.set(1, new Link(7, 2, forged.at(), forged.kind(), 3L, null, forged.payload(), forged.previous(), forged.computed()));
		assertThat(firstBad()).isEqualTo(3);
	}

	@Test
	void aLineTakenOutOfTheMiddleIsFound() {
		links.remove(2);
		assertThat(firstBad()).isEqualTo(3);
	}

	@Test
	void aLineTakenOffTheEndIsFound() {
		links.remove(3);
		assertThat(firstBad()).isEqualTo(4);
	}

	@Test
	void everyLineTakenAwayIsFound() {
		links.clear();
		assertThat(firstBad()).isEqualTo(1);
	}

	@Test
	void swappedLinesAreFound() {
		Collections.swap(links, 1, 2);
		assertThat(firstBad()).isEqualTo(2);
	}

	@Test
	void textMovedFromOneFieldToTheNextIsFound() {
		Link one = new Link(7, 1, AT, "NOTED", 1L, 23L, "{}", TimelineChain.START, "");
		Link other = new Link(7, 1, AT, "NOTED", 12L, 3L, "{}", TimelineChain.START, "");
		assertThat(one.computed()).isNotEqualTo(other.computed());
	}
}
