package cn.cuobian.clocks;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.clocks.CalendarBook.Preview;
import cn.cuobian.clocks.OpeningHours.Window;
import cn.cuobian.clocks.Recount.Effect;
import cn.cuobian.people.Group;
import cn.cuobian.people.SomePeople;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import cn.cuobian.territory.SomePlaces;

/** 2036-03-03 is a Monday. */
@CuobianTest
class OpeningHoursTests {

	private static final AtomicLong NEXT = new AtomicLong(7_500_000);
	private static final long ADMINISTRATOR = 1;

	@Autowired
	CalendarBook book;
	@Autowired
	OpeningHoursByPlace hours;
	@Autowired
	Recount recount;
	@Autowired
	Clocks clocks;
	@Autowired
	ClockVerbs verbs;
	@Autowired
	Places places;
	@Autowired
	SomePlaces some;
	@Autowired
	SomePeople people;
	@Autowired
	MockMvc web;
	@Autowired
	TestClock clock;

	@Test
	void aDeadlineEndsWhenBusinessClosesAndTheNearestPlaceDecides() {
		clock.setTo(at("2036-03-03T09:00"));
		var compound = some.branch().compound();
		var community = places.get(compound).parent();
		long matter = NEXT.incrementAndGet();
		long elsewhere = NEXT.incrementAndGet();
		verbs.due("LADDER.BUILDING", matter, compound);
		verbs.due("LADDER.BUILDING", elsewhere, some.branch().compound());
		assertThat(due(matter)).isEqualTo(at("2036-03-07T00:00"));

		keep(community, week("9:00-12:00 14:30-17:30"), "公布上班时间");
		recount.run();
		assertThat(due(matter)).isEqualTo(at("2036-03-06T17:30"));
		assertThat(due(elsewhere)).isEqualTo(at("2036-03-07T00:00"));

		keep(compound, week("8:00-12:00"), "小区自己的时间");
		recount.run();
		assertThat(due(matter)).isEqualTo(at("2036-03-06T12:00"));

		keep(compound, OpeningHours.NONE, "取消");
		keep(community, OpeningHours.NONE, "取消");
		recount.run();
		assertThat(due(matter)).isEqualTo(at("2036-03-07T00:00"));
		assertThat(book.hours()).doesNotContainKeys(compound, community);
	}

	@Test
	void whatOtherHoursWouldMoveIsShownBeforeTheyHold() {
		var compound = some.branch().compound();
		long matter = NEXT.incrementAndGet();
		clock.setTo(at("2036-03-03T09:00"));
		verbs.due("LADDER.BUILDING", matter, compound);
		clock.setTo(at("2036-03-06T15:00"));
		long draft = book.draftHours(compound, week("9:00-12:00"), "公布上班时间", ADMINISTRATOR);
		assertThat(book.preview(draft)).returns(OpeningHours.NONE, Preview::before).returns(week("9:00-12:00"), Preview::after);
		assertThat(book.preview(draft).effect()).returns(1, Effect::moved).as("due at noon, and it is three").returns(1, Effect::overdue);
		recount.run();
		assertThat(due(matter)).as("before it is confirmed").isEqualTo(at("2036-03-07T00:00"));
	}

	@Test
	void onAClosedWeekdayNoOpeningHoursPassAndADeadlineThatFallsOnItEndsAtMidnight() {
		var closedOnTuesday = new Days(new WorkingCalendar(), week("9:00-12:00", "休"));
		assertThat(new Counting.OpeningTime(2)).returns(at("2036-03-05T10:00"), two -> due(two, closedOnTuesday));
		assertThat(new Counting.WorkingDays(1)).as("still a working day").returns(at("2036-03-05T00:00"), one -> due(one, closedOnTuesday));
		assertThat(new Counting.WorkingDays(2)).returns(at("2036-03-05T12:00"), two -> due(two, closedOnTuesday));
	}

	@Test
	void aClosedMondayIsKeptAndDaysLeftEmptyFollowTheFirstOpenOne() {
		var compound = some.branch().compound();
		keep(compound, week("休", "8:00-11:30", "", "", "closed"), "周一周五休息");
		var kept = hours.at(compound);
		assertThat(kept.on(DayOfWeek.MONDAY)).isEmpty();
		assertThat(kept.on(DayOfWeek.FRIDAY)).isEmpty();
		assertThat(kept.on(DayOfWeek.WEDNESDAY)).containsExactly(new Window(LocalTime.of(8, 0), LocalTime.of(11, 30)));
		keep(compound, OpeningHours.NONE, "取消");
		assertThat(book.hours()).doesNotContainKey(compound);
	}

	@Test
	void anUnknownPlaceOrNoReasonChangesNothing() {
		refused("clocks.hours-place", "no-such-place", "试");
		var compound = some.branch().compound();
		refused("clocks.words", compound, " ");
		assertThat(hours.at(compound).isEmpty()).isTrue();
		assertThat(hours.at(null).isEmpty()).isTrue();
	}

	@Test
	void anAdministratorWritesThemOnThePageAndIsToldWhatIsWrong() throws Exception {
		var compound = some.branch().compound();
		var administrator = as(people.holding("administrator", Group.EVERYWHERE));
		var page = "/admin/calendar/hours";
		web.perform(post(page).with(administrator).with(csrf()).param("place", compound).param("day1", "12:00-9:00").param("reason", "试"))
				.andExpect(status().isUnprocessableContent());
		assertThat(book.hours()).doesNotContainKey(compound);
		var shown = web.perform(post(page).with(administrator).with(csrf()).param("place", compound).param("day1", "9:00-12:00")
				.param("day3", "8:15-11:45").param("day5", "休").param("reason", "试")).andReturn().getResponse().getRedirectedUrl();
		web.perform(get(shown).with(administrator).header("Accept-Language", "zh")).andExpect(status().isOk())
				.andExpect(content().string(containsString("08:15-11:45"))).andExpect(content().string(containsString("到 24:00")));
		assertThat(book.hours()).as("before it is confirmed").doesNotContainKey(compound);
		web.perform(post(shown).with(administrator).with(csrf())).andExpect(redirectedUrl(page));
		web.perform(get(page).param("place", compound).with(administrator).header("Accept-Language", "zh")).andExpect(status().isOk())
				.andExpect(content().string(containsString("08:15-11:45"))).andExpect(content().string(containsString("同星期一")))
				.andExpect(content().string(containsString("星期三"))).andExpect(content().string(containsString(">休<")));
	}

	@Test
	void hoursAreReadAsPeopleWriteThemAndWrittenBack() {
		var read = OpeningHoursText.read(List.of("14：30至17：30，9:00～12:00", "", "8:00-11:30"));
		assertThat(read.on(DayOfWeek.TUESDAY)).containsExactly(new Window(LocalTime.of(9, 0), LocalTime.of(12, 0)),
				new Window(LocalTime.of(14, 30), LocalTime.of(17, 30)));
		assertThat(OpeningHoursText.write(read.on(DayOfWeek.TUESDAY))).isEqualTo("09:00-12:00 14:30-17:30");
		assertThat(OpeningHoursText.write(read.on(DayOfWeek.WEDNESDAY))).isEqualTo("08:00-11:30");
		assertThat(week("", "", "", "", "", "", "").isEmpty()).isTrue();
	}

	@ParameterizedTest(name = "{0}: {2}")
	@CsvSource({
			"clocks.hours-overlap, day1, 9:00-12:00 11:59-17:30",
			"clocks.hours-order,   day1, 12:00-9:00",
			"clocks.hours-order,   day1, 9:00-9:00",
			"clocks.hours-text,    day1, 9 to 5",
			"clocks.hours-text,    day1, 9:00-24:00",
			"clocks.hours-text,    day1, 9:60-12:00" })
	void hoursThatMakeNoSenseAreRefusedOnTheirDay(String rule, String field, String text) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> week(text)).returns(rule, Refusal::rule).returns(field, Refusal::field);
	}

	@Test
	void aPlaceThatIsNeverOpenOnAWeekdayIsRefused() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> week("休", "休", "休", "休", "休", "9:00-12:00"))
				.returns("clocks.hours-never", Refusal::rule);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> week("休")).returns("clocks.hours-never", Refusal::rule);
	}

	@Test
	void aWeekWithoutMondayIsRefused() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> week("", "9:00-12:00")).returns("clocks.hours-monday", Refusal::rule);
	}

	private void keep(String place, OpeningHours kept, String reason) {
		book.apply(book.draftHours(place, kept, reason, ADMINISTRATOR), ADMINISTRATOR);
	}

	private void refused(String rule, String place, String reason) {
		var nine = week("9:00-12:00");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> book.draftHours(place, nine, reason, ADMINISTRATOR))
				.returns(rule, Refusal::rule);
	}

	private static OpeningHours week(String... days) {
		return OpeningHoursText.read(Arrays.asList(days));
	}

	/** Of a budget that begins on Monday at eleven. */
	private static Instant due(Counting counting, Days days) {
		return new Reckoning(counting, at("2036-03-03T11:00"), Pauses.NONE, 0, days).due();
	}

	private Instant due(long matter) {
		return clocks.ofSubject("matter:" + matter).get(0).due();
	}

	private static Instant at(String shanghai) {
		return LocalDateTime.parse(shanghai).atZone(WorkingCalendar.ZONE).toInstant();
	}
}
