package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.SomePlaces;

/** In years far enough away that no other test's clocks move. 2031-03-03 is a Monday. */
@CuobianTest
class CalendarBookTests {

	private static final AtomicLong NEXT = new AtomicLong(7_000_000);
	private static final long ADMINISTRATOR = 1;

	@Autowired
	JdbcClient db;
	@Autowired
	CalendarBook book;
	@Autowired
	Recount recount;
	@Autowired
	CalendarRows rows;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	WorkingCalendar calendar;
	@Autowired
	Clocks clocks;
	@Autowired
	ClockVerbs verbs;
	@Autowired
	SomePlaces places;
	@Autowired
	TestClock clock;

	@BeforeEach
	void chineseAndAlone() {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		db.sql("update clock set open_key = null, state = 'CANCELLED' where open_key is not null").update(); // of tests before this one
	}

	@Test
	void aLoadedDayOffIsShownBeforeItHoldsAndThenMovesTheClocks() {
		clock.setTo(at("2031-03-03T09:00"));
		long matter = NEXT.incrementAndGet();
		verbs.due("LADDER.BUILDING", matter, places.branch().compound());
		assertThat(running(matter)).returns(at("2031-03-07T00:00"), Running::due).returns(true, Running::provisional);

		long draft = book.draftYear(json(2031, day("测试节", "2031-03-05", true), day("测试节", "2031-03-08", false)), "新通知", ADMINISTRATOR);
		var preview = book.preview(draft);
		assertThat(preview.effect().moved()).isEqualTo(1);
		assertThat(preview.days()).contains(new CalendarBook.Changed(LocalDate.parse("2031-03-05"), false, "测试节"),
				new CalendarBook.Changed(LocalDate.parse("2031-03-08"), true, "测试节"));
		recount.run();
		assertThat(running(matter).due()).as("before it is applied").isEqualTo(at("2031-03-07T00:00"));

		book.apply(draft, ADMINISTRATOR);
		recount.run();
		assertThat(running(matter)).returns(at("2031-03-08T00:00"), Running::due).returns(false, Running::provisional);
		assertThat(clocks.history(running(matter).id())).last().asString().contains("按新的工作日历重新计算：新通知，2031年3月7日 24:00 到期");
		assertThat(recount.progress()).hasValueSatisfying(progress -> assertThat(progress)
				.returns(true, Recount.Progress::finished).returns(1L, Recount.Progress::moved));
		assertThat(calendar.isMakeUpDay(LocalDate.parse("2031-03-08"))).isTrue();
		refused("clocks.calendar-applied", () -> book.apply(draft, ADMINISTRATOR));
	}

	@Test
	void whatAnotherNodeAppliedIsCountedByBeforeThisNodeWasTold() {
		clock.setTo(at("2037-03-02T09:00"));
		long matter = NEXT.incrementAndGet();
		verbs.due("LADDER.BUILDING", matter, places.branch().compound());
		var before = running(matter).due();
		long draft = book.draftDay(LocalDate.parse("2037-03-03"), false, "停水放假", "市里通知", ADMINISTRATOR);
		transaction.executeWithoutResult(atTheOtherNode -> {
			rows.apply(rows.change(draft).orElseThrow(), rows.daysOf(draft), clock.instant());
			recount.begin(draft);
		});
		recount.run();
		assertThat(running(matter).due()).isEqualTo(before.plus(Duration.ofDays(1)));
	}

	@Test
	void aClockThatWasOpenedByTheOldCalendarMeanwhileIsFoundByASecondPass() {
		clock.setTo(at("2036-03-03T09:00"));
		book.apply(book.draftDay(LocalDate.parse("2036-03-04"), false, "停水放假", "市里通知", ADMINISTRATOR), ADMINISTRATOR);
		recount.run();
		long matter = NEXT.incrementAndGet();
		verbs.due("LADDER.BUILDING", matter, places.branch().compound());
		var byTheNew = running(matter).due();
		db.sql("update clock set due = ? where id = ?").params(Timestamp.from(byTheNew.minus(Duration.ofDays(1))), running(matter).id()).update();
		recount.run();
		assertThat(running(matter).due()).as("at once").isEqualTo(byTheNew.minus(Duration.ofDays(1)));
		clock.travel(Duration.ofMinutes(1));
		recount.run();
		assertThat(running(matter).due()).as("a minute later").isEqualTo(byTheNew);
	}

	@Test
	void oneDayIsChangedAndClocksThatBecomeOverdueAreCounted() {
		clock.setTo(at("2032-03-01T09:00"));
		long matter = NEXT.incrementAndGet();
		book.apply(book.draftDay(LocalDate.parse("2032-03-02"), false, "停水放假", "市里通知", ADMINISTRATOR), ADMINISTRATOR);
		verbs.due("LADDER.BUILDING", matter, places.branch().compound());
		assertThat(running(matter).due()).isEqualTo(at("2032-03-06T00:00"));
		clock.setTo(at("2032-03-05T12:00"));
		long back = book.draftDay(LocalDate.parse("2032-03-02"), true, "照常上班", "通知撤回", ADMINISTRATOR);
		assertThat(book.preview(back).effect()).returns(1, Recount.Effect::moved).returns(1, Recount.Effect::overdue);
	}

	@Test
	void aChangeShownAgainstAnOlderCalendarIsShownAgain() {
		long first = book.draftDay(LocalDate.parse("2033-03-02"), false, "甲", "试", ADMINISTRATOR);
		long second = book.draftDay(LocalDate.parse("2033-03-03"), false, "乙", "试", ADMINISTRATOR);
		book.apply(first, ADMINISTRATOR);
		refused("clocks.calendar-changed", () -> book.apply(second, ADMINISTRATOR));
		assertThat(calendar.isWorkingDay(LocalDate.parse("2033-03-03"))).isTrue();
	}

	@Test
	void aDecemberDayMayStandInTheFileOfTheYearAfterAndGbkIsRead() {
		var file = "{\"year\":2035,\"days\":[{\"name\":\"元旦\",\"date\":\"2034-12-31\",\"isOffDay\":true}]}".getBytes(Charset.forName("GBK"));
		assertThat(CalendarFile.of(file).days()).containsOnlyKeys(LocalDate.parse("2034-12-31"))
				.containsValue(new CalendarFile.Day(false, "元旦"));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', value = {
			"clocks.calendar-file     | not json",
			"clocks.calendar-file     | []",
			"clocks.calendar-year     | {\"days\":[{\"name\":\"x\",\"date\":\"2031-01-01\",\"isOffDay\":true}]}",
			"clocks.calendar-empty    | {\"year\":2031,\"days\":[]}",
			"clocks.calendar-date     | {\"year\":2031,\"days\":[{\"name\":\"x\",\"date\":\"2032-01-01\",\"isOffDay\":true}]}",
			"clocks.calendar-date     | {\"year\":2031,\"days\":[{\"name\":\"x\",\"date\":\"2031-02-30\",\"isOffDay\":true}]}",
			"clocks.calendar-twice    | {\"year\":2031,\"days\":[{\"name\":\"x\",\"date\":\"2031-01-01\",\"isOffDay\":true},{\"name\":\"y\",\"date\":\"2031-01-01\",\"isOffDay\":true}]}",
			"clocks.calendar-make-up  | {\"year\":2031,\"days\":[{\"name\":\"x\",\"date\":\"2031-03-03\",\"isOffDay\":false}]}",
			"clocks.calendar-off-or-work | {\"year\":2031,\"days\":[{\"name\":\"x\",\"date\":\"2031-03-03\"}]}" })
	void aFileThatMakesNoSenseIsRefused(String rule, String json) {
		refused(rule, () -> book.draftYear(json.getBytes(StandardCharsets.UTF_8), "新通知", ADMINISTRATOR));
	}

	private Running running(long matter) {
		return clocks.ofSubject("matter:" + matter).get(0);
	}

	private static void refused(String rule, ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(rule, Refusal::rule);
	}

	private static byte[] json(int year, String... days) {
		return "\uFEFF{\"year\":%d,\"papers\":[\"notice\"],\"days\":[%s]}".formatted(year, String.join(",", days)).getBytes(StandardCharsets.UTF_8);
	}

	private static String day(String name, String date, boolean off) {
		return "{\"name\":\"%s\",\"date\":\"%s\",\"isOffDay\":%b}".formatted(name, date, off);
	}

	private static Instant at(String shanghai) {
		return LocalDateTime.parse(shanghai).atZone(WorkingCalendar.ZONE).toInstant();
	}
}
