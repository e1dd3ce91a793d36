package cn.cuobian.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.Pause;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

/** The sums of changes are the counts of the rows, whatever people do and however often they are folded meanwhile. */
@CuobianTest
class TallyTests {

	private static final List<String> WHOLE_MATTER = List.of("HL.GENERAL", "HL.URGENT", "MED.USUAL");

	@Autowired
	Tally tally;
	@Autowired
	BoardActs acts;
	@Autowired
	Clocks clocks;
	@Autowired
	Intake intake;
	@Autowired
	Places tree;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	ApplicationContext application;
	@Autowired
	TestClock clock;
	@Autowired
	JdbcClient db;

	private Branch branch;
	private Viewer supervisor;

	@BeforeEach
	void aSupervisorOfTheTownship() {
		clock.setTo(ZonedDateTime.parse("2026-03-02T09:00:00+08:00").toInstant());
		branch = places.branch();
		supervisor = TestViewers.of(application, people.holding("supervisor", branch.township()));
	}

	@Test
	void theEndOfADayBelongsToThatDayAndTheInstantAfterwardsToTheNext() {
		var midnight = ZonedDateTime.parse("2026-03-06T00:00:00+08:00").toInstant();
		assertThat(Tally.dayOf(midnight)).isEqualTo("2026-03-05");
		assertThat(Tally.dayOf(midnight.plusMillis(1))).isEqualTo("2026-03-06");
		assertThat(Tally.dayOf(Clocks.NEVER)).isEqualTo("9999-12-31");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 7, 20260302 })
	void randomWorkIsCountedExactlyAtEveryPlaceAfterEachStep(long seed) {
		var random = new Random(seed);
		for (int step = 0; step < 40; step++) {
			step(random);
			assertCounted("seed " + seed + ", step " + step);
		}
		assertThat(open()).isNotEmpty();
	}

	@Test
	void foldingWhileOthersWorkLosesAndDoublesNothing() {
		var folding = CompletableFuture.runAsync(() -> {
			for (int i = 0; i < 40; i++) {
				tally.sumUp();
				tally.fold();
			}
		});
		var random = new Random(5);
		for (int step = 0; step < 30; step++) {
			step(random);
		}
		folding.join();
		assertCounted("after working beside the round");
		tally.sumUp();
		tally.fold();
		assertCounted("folded");
		assertThat(db.sql("select count(*) from watch_tally_change").query(Integer.class).single()).as("rows that wait").isZero();
		assertThat(db.sql("select count(*) from watch_tally where place = ?").param(branch.building()).query(Integer.class).single())
				.as("one row for each day").isEqualTo(counted(tree.find(branch.building()).orElseThrow()).size());
	}

	/** What a refusal leaves undone must leave the counts alone, too: results are not looked at. */
	private void step(Random random) {
		var open = open();
		if (open.size() < 3 || random.nextInt(4) == 0) {
			report(random);
			return;
		}
		var some = List.of(open.get(random.nextInt(open.size())), open.get(random.nextInt(open.size())));
		switch (random.nextInt(8)) {
			case 0 -> acts.pause(some, Pause.Reason.WAITING_RESIDENT, "等居民", "", null, supervisor);
			case 1 -> acts.resume(some, null, "已答复", supervisor);
			case 2 -> acts.extend(some, 1, "多一天", supervisor);
			case 3 -> clocks.start(any(random), subjectOf(some.get(0)), branch.building());
			case 4 -> clocks.stop(any(random), subjectOf(some.get(0)), random.nextBoolean());
			case 5 -> clock.travel(Duration.ofHours(random.nextInt(20)));
			case 6 -> tally.sumUp();
			default -> tally.fold();
		}
	}

	private static String any(Random random) {
		return WHOLE_MATTER.get(random.nextInt(WHOLE_MATTER.size()));
	}

	private void assertCounted(String when) {
		tree.lineage(branch.building()).stream().filter(place -> place.level() != Level.PREFECTURE)
				.forEach(place -> assertThat(summed(place)).as("%s, %s", place.code(), when).isEqualTo(counted(place)));
	}

	private Map<LocalDate, Integer> summed(Place place) {
		var days = new TreeMap<>(tally.of(place.code()));
		days.values().removeIf(count -> count == 0);
		return days;
	}

	private Map<LocalDate, Integer> counted(Place place) {
		var days = new TreeMap<LocalDate, Integer>();
		db.sql("select due from watched where " + WatchRecorder.column(place.level()) + " = ?").param(place.code())
				.query(Timestamp.class).list().forEach(due -> days.merge(Tally.dayOf(due.toInstant()), 1, Integer::sum));
		return days;
	}

	private List<Long> open() {
		return new ArrayList<>(db.sql("select clock_id from watched where compound = ? order by clock_id").param(branch.compound())
				.query(Long.class).list());
	}

	private String subjectOf(long clockId) {
		return db.sql("select subject from watched where clock_id = ?").param(clockId).query(String.class).single();
	}

	private void report(Random random) {
		var place = random.nextBoolean() ? branch.building() : branch.compound() + "-2";
		intake.report(new Report(place, null, null, "neighbour-dispute", "楼上漏水", "卫生间顶上滴水，已经三天。", Channel.PHONE,
				Scope.BUILDING, false, Contact.NONE, null, null, null, List.of()));
	}
}
