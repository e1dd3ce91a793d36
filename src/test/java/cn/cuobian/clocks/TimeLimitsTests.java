package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.CuobianTest;

/**
 * Every row of the time-limit table with two written dates. Those in the two files are chosen so that one day, month or
 * hour more or less, or working days instead of calendar days, would end on another date.
 */
@CuobianTest
class TimeLimitsTests {

	private static final Path TABLE = Path.of("bpmn/clocks/time-limits.dmn");
	private static final Path DATES = Path.of("src/test/resources/time-limits");

	@Autowired
	TimeLimits limits;
	@Autowired
	WorkingCalendar calendar;

	@ParameterizedTest(name = "{0} at {1}: {2} -> {3}")
	@CsvFileSource(resources = "/time-limits/forward.csv", numLinesToSkip = 1)
	void eachLimitEndsOnTheWrittenDate(String code, String path, LocalDateTime start, LocalDateTime due) {
		var reckoning = new Reckoning(Counting.of(limits.limit(code, path)), start.atZone(WorkingCalendar.ZONE).toInstant(),
				Pauses.NONE, 0, new Days(calendar, OpeningHours.NONE));
		assertThat(reckoning.due()).isEqualTo(due.atZone(WorkingCalendar.ZONE).toInstant());
	}

	@ParameterizedTest(name = "{0} at {1}: {2} -> {3}")
	@CsvSource({
			// 2026-03-02 is a Monday; the general row and the nearer one end on different days
			"LADDER.BUILDING, /qz/tiz/tiz-dongyuan/zunhu/,                           2026-03-05T09:00, 2026-03-10T00:00",
			"LADDER.BUILDING, /qz/tiz/tiz-zhangban/,                                 2026-03-05T09:00, 2026-03-11T00:00",
			"LADDER.HALL,     /qz/ss/ss-baogai/ss-baogai-baoyuan/baoyuan-huayuan/,   2026-03-02T09:00, 2026-04-03T00:00",
			"LADDER.HALL,     /qz/ss/ss-baogai/,                                     2026-03-02T09:00, 2026-03-17T00:00" })
	void theNearestPlaceDecides(String code, String path, LocalDateTime start, LocalDateTime due) {
		eachLimitEndsOnTheWrittenDate(code, path, start, due);
	}

	@ParameterizedTest(name = "{0}: {2} for an event on {1}")
	@CsvFileSource(resources = "/time-limits/backward.csv", numLinesToSkip = 1)
	void whatIsCountedBackIsDoneByTheWrittenDay(String code, LocalDate event, LocalDate latest) {
		assertThat(Backward.of(limits.limit(code, "/qz/jj/")).latest(event, calendar)).isEqualTo(latest);
	}

	@Test
	void noCodeOfTheTableLacksItsWrittenDates() throws IOException {
		var dated = new HashSet<String>();
		for (var file : new String[] { "forward.csv", "backward.csv" }) {
			Files.readAllLines(DATES.resolve(file)).stream().skip(1).forEach(line -> dated.add(line.substring(0, line.indexOf(','))));
		}
		assertThat(dated).isEqualTo(codes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "clocks.properties", "clocks_en.properties" })
	void everyCodeHasAName(String bundle) throws IOException {
		var words = new Properties();
		try (var reader = Files.newBufferedReader(Path.of("src/main/resources/i18n", bundle), StandardCharsets.UTF_8)) {
			words.load(reader);
		}
		assertThat(codes()).hasSizeGreaterThan(40).allSatisfy(code -> assertThat(words.getProperty("clocks.code." + code)).isNotBlank());
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
				.matcher(Files.readString(TABLE)).results().toList();
		assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.group(2)).isEqualTo(row.group(1)));
	}

	private static Set<String> codes() throws IOException {
		return Pattern.compile("<inputEntry id=\"code_\\w+\">\\s*<text>\"([A-Z0-9.]+)\"</text>").matcher(Files.readString(TABLE)).results()
				.map(row -> row.group(1)).collect(Collectors.toSet());
	}
}
