package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.SomePlaces;

/** The hall has ten working days, five more by an extension; 2026-03-02 is a Monday. */
@CuobianTest
class ClockActsTests {

	private static final AtomicLong NEXT = new AtomicLong(8_000_000);
	private static final long STEWARD = 11;
	private static final long SUPERVISOR = 12;

	@Autowired
	Clocks clocks;
	@Autowired
	ClockActs acts;
	@Autowired
	ClockVerbs verbs;
	@Autowired
	SomePlaces places;
	@Autowired
	TestClock clock;

	private final long matter = NEXT.incrementAndGet();
	private long id;

	@BeforeEach
	void aClockOfTenWorkingDays() {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		clock.setTo(at("2026-03-02T09:00"));
		verbs.due("LADDER.HALL", matter, places.branch().compound());
		id = running().id();
		assertThat(running().due()).isEqualTo(at("2026-03-17T00:00"));
	}

	@AfterEach
	void ownLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void aPausedClockIsNeverDueAndRunsOnWithTheDaysItStoodStill() {
		clock.setTo(at("2026-03-05T10:00"));
		acts.pause(id, pause(clock.instant()));
		assertThat(running()).returns(true, Running::isPaused).returns(Clocks.NEVER, Running::due);
		clock.setTo(at("2026-03-25T15:00"));
		assertThat(running().overdue()).isFalse();
		acts.resume(id, clock.instant(), "材料已收到", STEWARD);
		// two days were used (3 and 4 March); eight more from 25 March on
		assertThat(running().due()).isEqualTo(at("2026-04-04T00:00"));
	}

	@Test
	void anHoursPauseWithinADayGainsNothing() {
		clock.setTo(at("2026-03-05T10:00"));
		acts.pause(id, pause(clock.instant()));
		clock.travel(Duration.ofHours(6));
		acts.resume(id, clock.instant(), "居民已答复", STEWARD);
		assertThat(running().due()).isEqualTo(at("2026-03-17T00:00"));
	}

	@Test
	void aPauseEnteredAfterwardsMakesAnOverdueClockRunInTimeAgain() {
		clock.setTo(at("2026-03-18T09:00"));
		assertThat(running().overdue()).isTrue();
		acts.pause(id, pause(at("2026-03-10T09:00")));
		assertThat(running().overdue()).isFalse();
		acts.resume(id, at("2026-03-12T09:00"), "补登", SUPERVISOR);
		assertThat(running()).returns(at("2026-03-19T00:00"), Running::due).returns(false, Running::overdue);
	}

	@Test
	void pausesThatMakeNoSenseAreRefusedAndNothingChanges() {
		clock.setTo(at("2026-03-05T10:00"));
		refused("clocks.pause-in-future", () -> acts.pause(id, pause(at("2026-03-05T10:01"))));
		refused("clocks.pause-too-early", () -> acts.pause(id, pause(at("2026-03-02T08:59"))));
		refused("clocks.words", () -> acts.pause(id, new Pause(Pause.Reason.WAITING_RESIDENT, " ", "", clock.instant(), STEWARD)));
		refused("clocks.not-paused", () -> acts.resume(id, clock.instant(), "恢复", STEWARD));
		acts.pause(id, pause(clock.instant()));
		refused("clocks.already-paused", () -> acts.pause(id, pause(clock.instant())));
		refused("clocks.resume-before-pause", () -> acts.resume(id, at("2026-03-05T09:59"), "恢复", STEWARD));
		refused("clocks.resume-in-future", () -> acts.resume(id, at("2026-03-05T10:01"), "恢复", STEWARD));
		clock.setTo(at("2026-03-06T10:00"));
		acts.resume(id, clock.instant(), "恢复", STEWARD);
		refused("clocks.pause-too-early", () -> acts.pause(id, pause(at("2026-03-06T09:00"))));
		clock.setTo(at("2026-03-20T10:00"));
		refused("clocks.pause-after-due", () -> acts.pause(id, pause(at("2026-03-19T10:00"))));
		assertThat(clocks.history(id)).hasSize(3);
	}

	@Test
	void anExtensionIsAskedForAndGrantedBySomebodyElseOnce() {
		acts.askExtension(id, 5, "要等检测报告", STEWARD);
		assertThat(running().asked()).isEqualTo(5);
		refused("clocks.already-asked", () -> acts.askExtension(id, 1, "再多一天", STEWARD));
		refused("clocks.own-extension", () -> acts.decideExtension(id, true, "同意", STEWARD));
		acts.decideExtension(id, true, "情况属实", SUPERVISOR);
		assertThat(running()).returns(at("2026-03-24T00:00"), Running::due).returns(5, Running::extended)
				.returns(0, Running::asked).returns(0, Running::maxExtension);
		refused("clocks.extended-once", () -> acts.askExtension(id, 1, "还不够", STEWARD));
		refused("clocks.extended-once", () -> acts.extend(id, 1, "还不够", null, SUPERVISOR));
	}

	@Test
	void aRefusedExtensionMovesNothingAndMayBeAskedForAgain() {
		acts.askExtension(id, 5, "要等检测报告", STEWARD);
		acts.decideExtension(id, false, "报告不必等", SUPERVISOR);
		assertThat(running()).returns(at("2026-03-17T00:00"), Running::due).returns(0, Running::asked);
		refused("clocks.nothing-asked", () -> acts.decideExtension(id, true, "同意", SUPERVISOR));
		acts.askExtension(id, 2, "检测改期", STEWARD);
		assertThat(running().asked()).isEqualTo(2);
	}

	@Test
	void extensionsThatTheRulesForbidAreRefused() {
		refused("clocks.extension-amount", () -> acts.askExtension(id, 6, "六天", STEWARD));
		refused("clocks.extension-amount", () -> acts.askExtension(id, 0, "零天", STEWARD));
		refused("clocks.extension-amount", () -> acts.extend(id, -1, "负数", null, SUPERVISOR));
		refused("clocks.own-extension", () -> acts.extend(id, 1, "自己的事", SUPERVISOR, SUPERVISOR));
		acts.askExtension(id, 5, "要等检测报告", STEWARD);
		clock.setTo(at("2026-03-17T00:00"));
		refused("clocks.extension-too-late", () -> acts.decideExtension(id, true, "同意", SUPERVISOR));
		refused("clocks.extension-too-late", () -> acts.extend(id, 1, "补批", null, SUPERVISOR));
		verbs.due("CLOSE.RATE", matter, null);
		long rating = clocks.ofSubject("matter:" + matter).stream().filter(each -> each.code().equals("CLOSE.RATE"))
				.findFirst().orElseThrow().id();
		refused("clocks.no-extension", () -> acts.extend(rating, 1, "延期", null, SUPERVISOR));
	}

	@Test
	void everythingThatMovedTheDeadlineIsExplained() {
		clock.setTo(at("2026-03-05T10:00"));
		acts.pause(id, new Pause(Pause.Reason.WAITING_MATERIAL, "检测报告", "函〔2026〕3号", clock.instant(), STEWARD));
		clock.setTo(at("2026-03-09T15:00"));
		acts.resume(id, clock.instant(), "报告已到", STEWARD);
		acts.extend(id, 2, "报告要复核", STEWARD, SUPERVISOR);
		assertThat(running().explanation()).containsExactly(
				"邻里议事厅议事：10 个工作日",
				"2026年3月2日 09:00 起算，当天不计入",
				"期间有 4 个休息日：3月7日、3月8日、3月14日、3月15日",
				"2026年3月5日 10:00 至 2026年3月9日 15:00 暂停计时（等补充材料：检测报告；依据 函〔2026〕3号），2 天不计入",
				"2026年3月9日 15:00 批准延期 2 个工作日：报告要复核",
				"2026年3月20日 24:00 到期",
				"依据：项目默认值，可修改：参照12345热线复杂事项10个工作日");
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		assertThat(running().explanation()).contains(
				"Paused from 5 Mar 2026 10:00 to 9 Mar 2026 15:00 (waiting for material: 检测报告; evidence 函〔2026〕3号): 2 days not counted",
				"Extended by 2 working days on 9 Mar 2026 15:00: 报告要复核", "Due 20 Mar 2026 24:00");
	}

	@Test
	void aStoppedClockCannotBeChangedAndKeepsItsHistory() {
		clock.setTo(at("2026-03-04T00:00"));
		acts.pause(id, pause(clock.instant()));
		verbs.stop("LADDER.HALL", matter);
		refused("clocks.stopped", () -> acts.resume(id, clock.instant(), "恢复", STEWARD));
		assertThat(clocks.byId(id)).isEmpty();
		assertThat(clocks.history(id)).containsExactly("2026年3月2日 09:00 开始计时，2026年3月16日 24:00 到期",
				"2026年3月3日 24:00 登记：2026年3月3日 24:00 起暂停计时（等居民答复：等一次入户）", "2026年3月3日 24:00 按时完成，停止计时");
	}

	private Running running() {
		return clocks.ofSubject("matter:" + matter).stream().filter(each -> each.code().equals("LADDER.HALL")).findFirst().orElseThrow();
	}

	private static Pause pause(Instant since) {
		return new Pause(Pause.Reason.WAITING_RESIDENT, "等一次入户", "", since, STEWARD);
	}

	private void refused(String rule, ThrowingCallable act) {
		var entries = clocks.history(id);
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(rule, Refusal::rule);
		assertThat(clocks.history(id)).isEqualTo(entries);
	}

	private static Instant at(String shanghai) {
		return LocalDateTime.parse(shanghai).atZone(WorkingCalendar.ZONE).toInstant();
	}
}
