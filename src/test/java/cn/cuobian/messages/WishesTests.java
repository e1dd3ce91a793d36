package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

class WishesTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@Test
	void quietHoursGoOverMidnight() {
		assertThat(Wishes.DEFAULT.quietAt(at("2026-03-02T20:59"), ZONE)).isEmpty();
		assertThat(Wishes.DEFAULT.quietAt(at("2026-03-02T21:00"), ZONE)).contains(at("2026-03-03T08:00"));
		assertThat(Wishes.DEFAULT.quietAt(at("2026-03-03T07:59"), ZONE)).contains(at("2026-03-03T08:00"));
		assertThat(Wishes.DEFAULT.quietAt(at("2026-03-03T08:00"), ZONE)).isEmpty();
	}

	@Test
	void quietHoursWithinADayEndOnIt() {
		var noon = between("12:00", "14:30");
		assertThat(noon.quietAt(at("2026-03-02T13:00"), ZONE)).contains(at("2026-03-02T14:30"));
		assertThat(noon.quietAt(at("2026-03-02T14:30"), ZONE)).isEmpty();
		assertThat(noon.quietAt(at("2026-03-02T03:00"), ZONE)).isEmpty();
	}

	@Test
	void equalTimesAreNoQuietHours() {
		assertThat(between("08:00", "08:00").quietAt(at("2026-03-02T08:00"), ZONE)).isEmpty();
	}

	private static Wishes between(String from, String until) {
		return new Wishes("a@example.com", Wishes.Pace.AT_ONCE, Wishes.Language.ZH, LocalTime.parse(from), LocalTime.parse(until));
	}

	private static Instant at(String local) {
		return OffsetDateTime.parse(local + ":00+08:00").toInstant();
	}
}
