package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.territory.Places;
import cn.cuobian.territory.SomePlaces;

@CuobianTest
class ClocksTests {

	/** Far above the ids of real matters. */
	private static final AtomicLong NEXT = new AtomicLong(9_000_000);

	@Autowired
	Clocks clocks;
	@Autowired
	ClockVerbs verbs;
	@Autowired
	Explanation explanation;
	@Autowired
	WorkingCalendar calendar;
	@Autowired
	Places atlas;
	@Autowired
	SomePlaces places;
	@Autowired
	TestClock clock;

	private final long matter = NEXT.incrementAndGet();
	private final String subject = "matter:" + matter;

	@BeforeEach
	void beforeTheNationalHoliday() {
		clock.setTo(ZonedDateTime.parse("2026-09-30T10:00:00+08:00").toInstant());
		LocaleContextHolder.setLocale(Locale.CHINESE);
	}

	@AfterEach
	void ownLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void theFirstCallStartsTheClockAndLaterOnesReadIt() {
		var place = places.branch().compound();
		var first = verbs.due("LADDER.BUILDING", matter, place);
		clock.travel(Duration.ofDays(1));
		assertThat(verbs.due("LADDER.BUILDING", matter, place)).isEqualTo(first);
		assertThat(clocks.ofSubject(subject)).hasSize(1);
	}

	@Test
	void partsRunByThemselves() {
		var place = places.branch().compound();
		var first = verbs.due("LADDER.DEPARTMENT", matter, place, 1);
		clock.travel(Duration.ofDays(12));
		assertThat(verbs.due("LADDER.DEPARTMENT", matter, place, 2)).isAfter(first);
		assertThat(clocks.ofSubject(subject)).hasSize(2);
	}

	@Test
	void aStoppedClockStartsAnew() {
		var place = places.branch().compound();
		var first = verbs.due("CLOSE.RATE", matter, place);
		verbs.stop("CLOSE.RATE", matter);
		assertThat(clocks.ofSubject(subject)).isEmpty();
		clock.travel(Duration.ofDays(20));
		assertThat(verbs.due("CLOSE.RATE", matter, place)).isAfter(first);
	}

	@Test
	void aDeadlineExplainsItselfLineByLine() {
		verbs.due("LADDER.BUILDING", matter, places.branch().compound());
		assertThat(clocks.ofSubject(subject)).singleElement().satisfies(running -> assertThat(running.explanation()).containsExactly(
				"楼栋长办理：3 个工作日",
				"2026年9月30日 10:00 起算，当天不计入",
				"期间有 7 个休息日：10月1日、10月2日、10月3日、10月4日、10月5日、10月6日、10月7日",
				"期间有 1 个调休上班日，照常计入：10月10日",
				"2026年10月10日 24:00 到期",
				"依据：项目默认值，可修改：参照37℃工作法“三日合议”"));
	}

	@Test
	void aDeadlineInAYearWithoutAnOfficialCalendarSaysThatItMayMove() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		clock.setTo(ZonedDateTime.parse("2026-12-31T10:00:00+08:00").toInstant());
		verbs.due("LADDER.BUILDING", matter, places.branch().compound());
		assertThat(clocks.ofSubject(subject)).singleElement().satisfies(running -> {
			assertThat(running.explanation()).first().isEqualTo("Work by the building steward: 3 working days");
			assertThat(running.explanation()).last().asString().contains("not published yet");
		});
	}

	@Test
	void aLimitOfOnePlaceNamesThePlaceAndALimitWithoutANameItsCode() {
		var branch = places.branch();
		var limit = new Limit("NEW.CODE", branch.community(), 24, "hour", "hours", "", 0, "本社区约定");
		var start = clock.instant();
		var row = new ClockRow(1, subject, 0, branch.community(), null, limit, start, start.plusSeconds(86_400), null, 0, null, null, 0);
		var reckoning = new Reckoning(Counting.of(limit), start, Pauses.NONE, 0, new Days(calendar, OpeningHours.NONE));
		assertThat(explanation.of(row, reckoning, List.of())).containsExactly("NEW.CODE：24 小时",
				"2026年9月30日 10:00 起连续计算，夜间和休息日不停", "2026年10月1日 10:00 到期",
				"依据：本社区约定（适用地点：" + atlas.nameOf(branch.community(), Locale.CHINESE) + "）");
	}

	@Test
	void midnightIsTheEndOfTheDayBefore() {
		assertThat(DueText.of(ZonedDateTime.parse("2026-10-11T00:00:00+08:00").toInstant())).isEqualTo("2026-10-10 24:00");
		assertThat(DueText.of(ZonedDateTime.parse("2026-10-11T00:01:00+08:00").toInstant())).isEqualTo("2026-10-11 00:01");
	}
}
