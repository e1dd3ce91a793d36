package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Random deadlines against {@link NaiveDeadlines}, over the two years whose holidays are known for sure. */
class DeadlinePropertyTests {

	private static final LocalDateTime FIRST = LocalDateTime.parse("2025-01-01T00:00");
	private static final int MINUTES = 640 * 24 * 60;
	private static final OpeningHours OFFICE = new OpeningHours(officeWeek());

	private final WorkingCalendar calendar = new WorkingCalendar();

	/** @param gaps minutes from the start to the first pause, its length, to the next pause … */
	record Case(NaiveDeadlines.Kind kind, int amount, int extra, int startMinute, List<Integer> gaps, boolean office) {

		LocalDateTime start() {
			return FIRST.plusMinutes(startMinute);
		}

		List<LocalDateTime[]> pauses() {
			var pauses = new ArrayList<LocalDateTime[]>();
			var at = start();
			for (int i = 0; i + 1 < gaps.size(); i += 2) {
				var from = at.plusMinutes(gaps.get(i));
				at = from.plusMinutes(gaps.get(i + 1));
				pauses.add(new LocalDateTime[] { from, at });
			}
			return pauses;
		}
	}

	@Property(tries = 100_000, generation = GenerationMode.RANDOMIZED, shrinking = ShrinkingMode.BOUNDED)
	void everyDeadlineIsTheOneThatCountingOnFingersFinds(@ForAll("cases") Case one) {
		var pauses = new Pauses(one.pauses().stream().map(pause -> new Pauses.Span(at(pause[0]), at(pause[1]))).toList());
		var hours = one.office() ? OFFICE : OpeningHours.NONE;
		var reckoning = new Reckoning(counting(one), at(one.start()), pauses, one.extra(), new Days(calendar, hours));
		assertThat(reckoning.due()).isEqualTo(at(NaiveDeadlines.due(one.kind(), one.amount() + one.extra(), one.start(),
				one.pauses(), one.office())));
	}

	@Property(tries = 30_000, generation = GenerationMode.RANDOMIZED, shrinking = ShrinkingMode.BOUNDED)
	void everyActBeforeAnEventIsInTimeOnTheDayThatCountingOnFingersFinds(@ForAll("events") LocalDate event,
			@ForAll("backward") Backward backward) {
		var latest = backward.latest(event, calendar);
		assertThat(latest).isEqualTo(NaiveDeadlines.latest(backward, event)).isBefore(event);
	}

	@Provide
	Arbitrary<Case> cases() {
		var kinds = Arbitraries.of(NaiveDeadlines.Kind.values());
		var gaps = Arbitraries.integers().between(0, 6 * 24 * 60).list().ofMaxSize(6);
		return Combinators.combine(kinds, Arbitraries.integers().between(1, 45), Arbitraries.integers().between(0, 10),
				Arbitraries.integers().between(0, MINUTES), gaps, Arbitraries.of(true, false)).as(DeadlinePropertyTests::sized);
	}

	/** Months are few and not extended; hours are few, for they are counted by the minute. */
	private static Case sized(NaiveDeadlines.Kind kind, int amount, int extra, int start, List<Integer> pauses, boolean office) {
		return switch (kind) {
			case MONTHS -> new Case(kind, 1 + amount % 3, 0, start, pauses, office);
			case HOURS, OPENING -> new Case(kind, 1 + amount % 12, extra % 3, start, pauses, office);
			default -> new Case(kind, amount, extra, start, pauses, office);
		};
	}

	@Provide
	Arbitrary<LocalDate> events() {
		return Arbitraries.integers().between(130, 729).map(day -> FIRST.toLocalDate().plusDays(day));
	}

	@Provide
	Arbitrary<Backward> backward() {
		return Arbitraries.oneOf(Arbitraries.integers().between(1, 100).map(Backward.CalendarDays::new),
				Arbitraries.integers().between(1, 60).map(Backward.WorkingDays::new),
				Arbitraries.integers().between(1, 4).map(Backward.Months::new));
	}

	private static Counting counting(Case one) {
		return switch (one.kind()) {
			case WORKING -> new Counting.WorkingDays(one.amount());
			case CALENDAR -> new Counting.CalendarDays(one.amount());
			case EXACT -> new Counting.ExactDays(one.amount());
			case MONTHS -> new Counting.CalendarMonths(one.amount());
			case HOURS -> new Counting.Hours(one.amount());
			case OPENING -> new Counting.OpeningTime(one.amount());
		};
	}

	private static Map<DayOfWeek, List<OpeningHours.Window>> officeWeek() {
		var day = List.of(new OpeningHours.Window(LocalTime.of(9, 0), LocalTime.of(12, 0)),
				new OpeningHours.Window(LocalTime.of(14, 30), LocalTime.of(17, 30)));
		return Arrays.stream(DayOfWeek.values()).filter(each -> each.getValue() < 6)
				.collect(Collectors.toMap(each -> each, each -> day));
	}

	private static Instant at(LocalDateTime shanghai) {
		return shanghai.toInstant(ZoneOffset.ofHours(8));
	}
}
