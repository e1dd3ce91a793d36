package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.CuobianTest;

/** Every row of the time-limit table with two written dates: begun at the first, too late from the second on. */
@CuobianTest
class TimeLimitsTests {

	@Autowired
	TimeLimits limits;
	@Autowired
	WorkingCalendar calendar;

	@ParameterizedTest(name = "{0} at {1}: {2} -> {3}")
	@CsvSource({
			// 2026-03-02 is a Monday
			"LADDER.BUILDING,   /qz/jj/,                                  2026-03-02T09:00, 2026-03-06T00:00",
			"LADDER.BUILDING,   /qz/tiz/tiz-dongyuan/zunhu/,              2026-03-02T09:00, 2026-03-06T00:00",
			"LADDER.BUILDING,   /qz/tiz/tiz-dongyuan/zunhu/,              2026-03-04T09:00, 2026-03-10T00:00",
			"LADDER.BUILDING,   /qz/tiz/tiz-zhangban/,                    2026-03-04T09:00, 2026-03-10T00:00",
			"LADDER.FAST,       /qz/jj/,                                  2026-03-02T09:00, 2026-03-03T09:00",
			"LADDER.HALL,       /qz/jj/,                                  2026-03-02T09:00, 2026-03-17T00:00",
			"LADDER.HALL,       /qz/ss/ss-baogai/ss-baogai-baoyuan/baoyuan-huayuan/, 2026-03-02T09:00, 2026-04-03T00:00",
			"LADDER.JOINT,      /qz/jj/,                                  2026-03-02T09:00, 2026-04-03T00:00",
			"LADDER.JOINT,      /qz/ss/ss-baogai/ss-baogai-baoyuan/,      2026-03-02T09:00, 2026-06-03T00:00",
			"LADDER.ASSIGN,     /qz/jj/,                                  2026-03-02T09:00, 2026-03-06T00:00",
			"LADDER.DEPARTMENT, /qz/jj/,                                  2026-03-02T09:00, 2026-03-17T00:00",
			"LADDER.ACCEPT,     /qz/jj/,                                  2026-03-02T09:00, 2026-03-06T00:00",
			"CLOSE.CARRYOUT,    /qz/jj/,                                  2026-03-02T09:00, 2026-04-03T00:00",
			"CLOSE.VERIFY,      /qz/jj/,                                  2026-03-02T09:00, 2026-03-06T00:00",
			"CLOSE.FEEDBACK,    /qz/jj/,                                  2026-03-02T09:00, 2026-03-10T00:00",
			"CLOSE.RATE,        /qz/jj/,                                  2026-03-02T09:00, 2026-03-10T00:00" })
	void eachLimitEndsOnTheWrittenDate(String code, String path, LocalDateTime start, LocalDateTime due) {
		var counting = Counting.of(limits.limit(code, path));
		var reckoning = new Reckoning(counting, start.atZone(WorkingCalendar.ZONE).toInstant(), Pauses.NONE, 0,
				new Days(calendar, OpeningHours.NONE));
		assertThat(reckoning.due()).isEqualTo(due.atZone(WorkingCalendar.ZONE).toInstant());
	}

	@Test
	void theNearestPlaceWinsAndItsNeighboursKeepTheGeneralRow() {
		assertThat(limits.limit("LADDER.HALL", "/qz/ss/ss-baogai/ss-baogai-baoyuan/baoyuan-huayuan/").place())
				.isEqualTo("ss-baogai-baoyuan");
		assertThat(limits.limit("LADDER.HALL", "/qz/ss/ss-baogai/").place()).isEmpty();
		assertThat(limits.limit("LADDER.HALL", "/").amount()).isEqualTo(10);
	}

	@Test
	void anUnknownCodeIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> limits.limit("NO.SUCH", "/qz/")).withMessageContaining("NO.SUCH");
	}

	@Test
	void aRowForAPlaceNamesTheSamePlaceInItsConditionAndItsAnswer() throws IOException {
		var rows = Pattern.compile("contains\\(\\?, \"/([a-z0-9-]+)/\"\\).*?<text>\"([a-z0-9-]*)\"</text>", Pattern.DOTALL)
				.matcher(Files.readString(Path.of("bpmn/clocks/time-limits.dmn"))).results().toList();
		assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.group(2)).isEqualTo(row.group(1)));
	}
}
