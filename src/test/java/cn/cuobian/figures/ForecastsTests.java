package cn.cuobian.figures;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.engine.Model;
import cn.cuobian.engine.Models;
import cn.cuobian.figures.Forecast.Basis;
import cn.cuobian.figures.Past.Ended;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.Places;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@CuobianTest
class ForecastsTests {

	private static final AtomicInteger LAST = new AtomicInteger();

	@Autowired
	Forecasts forecasts;
	@Autowired
	Calibration calibration;
	@Autowired
	HeatRows heat;
	@Autowired
	Models models;
	@Autowired
	Places tree;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	TestClock clock;
	@Autowired
	JdbcClient db;
	@Autowired
	MockMvc web;

	private SomeFigures some;
	private Branch here;
	private String code;

	@BeforeEach
	void aMondayWithoutHolidays() {
		clock.setTo(SomeFigures.at("2026-03-02T09:00"));
		some = new SomeFigures(db);
		here = places.branch();
		code = "FC" + LAST.incrementAndGet();
		forecasts.forget();
	}

	/** Twenty that used 100 to 1050 thousandths in steps of 50; those over 900 were late. */
	private void twenty(String place) {
		long matter = some.matter(place, "2025-11-03T10:00");
		IntStream.rangeClosed(1, 20).map(i -> 50 + 50 * i).forEach(used -> some.clock(matter, place, code, "2025-11-03T10:00",
				"2025-11-12T10:00", used > 900 ? "EXPIRED" : "MET", used));
	}

	private long open(String place) {
		return some.clock(some.matter(place, "2026-03-02T09:00"), place, code, "2026-03-02T09:00", null, "RUNNING", null);
	}

	@Test
	void of_those_that_had_used_as_much_it_counts_the_late_ones_and_finds_the_middle() {
		var past = new Past(List.of(new Ended(1200, true), new Ended(100, false), new Ended(500, false), new Ended(1000, true), new Ended(900, false)));
		assertThat(past.beyond(0)).isEqualTo(5);
		assertThat(past.latePermille(0)).isEqualTo(400);
		assertThat(past.median(0)).isEqualTo(900);
		assertThat(past.beyond(501)).isEqualTo(3);
		assertThat(past.latePermille(501)).isEqualTo(667);
		assertThat(past.median(501)).isEqualTo(1000);
		assertThat(past.beyond(1201)).isZero();
	}

	@Test
	void a_clock_that_just_began_gets_the_share_of_all_and_the_day_half_were_done() {
		twenty(here.building());
		Forecast forecast = forecasts.of(open(here.building())).orElseThrow();
		assertThat(forecast.basis()).isEqualTo(Basis.KIND_AND_PLACE);
		assertThat(forecast.sample()).isEqualTo(20);
		assertThat(forecast.breachPermille()).as("950, 1000 and 1050 of twenty").isEqualTo(150);
		assertThat(forecast.expected()).as("55% of ten working days after 2 March, the middle of the sixth, Tuesday 10 March")
				.isEqualTo(SomeFigures.at("2026-03-10T12:00"));
	}

	@Test
	void the_board_says_how_likely_a_breach_is_and_from_how_many() throws Exception {
		twenty(here.building());
		long ours = open(here.building());
		db.sql("insert into watched (clock_id, subject, matter_id, number, title, kind, tier, code, place, community, compound, building, township, due, asked, urged, listed) "
				+ "select id, subject, 0, 'FG-1', '漏水', 'water', 'building', code, place, ?, ?, ?, ?, due, false, 0, false from clock where id = ?")
				.params(here.community(), here.compound(), here.building(), here.township(), ours).update();
		var supervisor = people.holding("supervisor", here.township());
		web.perform(get("/board").with(as(supervisor)).locale(Locale.CHINESE)).andExpect(content().string(Matchers.containsString("超期可能 15%（同类 20 件）")));
		web.perform(get("/board/" + ours).with(as(supervisor)).locale(Locale.ENGLISH)).andExpect(content().string(Matchers.containsString(
				"From the past: done about 2026-03-10 12:00; of 20 that had used as much time (this kind of matter in this sub-district), 15% were late in the end.")));
	}

	@Test
	void nineteen_are_too_few_and_then_it_looks_wider() {
		twenty(here.building());
		db.sql("delete from clock where code = ? and used_permille = 100").param(code).update();
		long ours = open(here.building());
		assertThat(forecasts.of(ours)).isEmpty();
		twenty(places.branch().building());
		assertThat(forecasts.of(ours)).as("the past is read once an hour").isEmpty();
		forecasts.forget();
		assertThat(forecasts.of(ours)).hasValueSatisfying(wider -> {
			assertThat(wider.basis()).isEqualTo(Basis.KIND);
			assertThat(wider.sample()).isEqualTo(39);
		});
	}

	@Test
	void what_was_foretold_is_held_against_what_happened() {
		twenty(here.building());
		long ours = open(here.building());
		calibration.freeze();
		calibration.freeze();
		assertThat(db.sql("select breach_permille from forecast_frozen where clock_id = ?").param(ours).query(Integer.class).list())
				.as("once a day").containsExactly(150);
		String path = tree.get(here.city()).path();
		assertThat(calibration.of(path)).as("it has not ended").isEmpty();
		for (int day = 3; day <= 12; day++) {
			frozen(day < 5 ? "EXPIRED" : "MET", 620, day);
		}
		db.sql("update clock set open_key = null, state = 'MET', ended = ?, used_permille = 300 where id = ?")
				.params(Timestamp.from(SomeFigures.at("2026-03-05T10:00")), ours).update();
		assertThat(calibration.of(path)).satisfiesExactly(low -> {
			assertThat(low.tenth()).isEqualTo(1);
			assertThat(low.count()).isEqualTo(1);
			assertThat(low.earlier()).isEqualTo(1);
			assertThat(low.happened()).as("one is too few").isNull();
		}, high -> {
			assertThat(high.tenth()).isEqualTo(6);
			assertThat(high.said()).isEqualTo(620);
			assertThat(high.happened()).as("two of ten").isEqualTo(20);
			assertThat(high.inHalfTheCases()).as("those ended on the 3rd to the 8th").isEqualTo(60);
		});
		assertThat(calibration.of(tree.get(places.branch().city()).path())).isEmpty();
	}

	private void frozen(String state, int chance, int endedOn) {
		long clockId = some.clock(some.matter(here.building(), "2026-02-20T10:00"), here.building(), code, "2026-02-20T10:00",
				"2026-03-%02dT10:00".formatted(endedOn), state, 900);
		db.sql("insert into forecast_frozen (clock_id, on_day, breach_permille, sample, expected) values (?, ?, ?, 20, ?)")
				.params(clockId, LocalDate.of(2026, 3, 1), chance, Timestamp.from(SomeFigures.at("2026-03-08T12:00"))).update();
	}

	@Test
	void a_step_is_as_hot_as_its_clocks_say() throws Exception {
		twenty(here.building());
		open(here.building());
		String step = Steps.of(models.bpmn(ladder().definitionId())).keySet().iterator().next();
		db.sql("update clock set element_id = ? where code = ?").params(step, code).update();
		clock.setTo(SomeFigures.at("2026-03-13T09:00"));
		assertThat(heat.of(ladder(), wanted("2025-11"))).satisfiesExactly(hot -> {
			assertThat(hot.element()).isEqualTo(step);
			assertThat(hot.name()).isNotBlank();
			assertThat(hot.medianPercent()).isEqualTo(55);
			assertThat(hot.p90Percent()).isEqualTo(95);
			assertThat(hot.level()).isEqualTo("hot");
			assertThat(hot.mark()).isEqualTo("55·95% | 1 (1!)");
		});
		assertThat(heat.of(ladder(), wanted("2025-12"))).singleElement()
				.satisfies(few -> assertThat(few.level() + few.mark()).isEqualTo("fewn<10 | 1 (1!)"));
		var ours = people.holding("supervisor", here.community());
		web.perform(get("/figures/models/ladder").param("since", "2025-11").with(as(ours))).andExpect(status().isOk())
				.andExpect(content().string(Matchers.containsString("55·95% | 1 (1!)")));
		web.perform(get("/figures/models/ladder").param("since", "2025-11").with(as(people.holding("supervisor", places.branch().community()))))
				.andExpect(status().isOk()).andExpect(content().string(Matchers.not(Matchers.containsString("data-mark"))));
		web.perform(get("/figures/models/no-such-model").with(as(ours))).andExpect(status().isNotFound());
		web.perform(get("/figures/forecasts").with(as(ours))).andExpect(status().isOk());
		web.perform(get("/figures/models").with(as(ours))).andExpect(status().isOk());
	}

	private Model ladder() {
		return models.latest().stream().filter(model -> model.key().equals("ladder")).findFirst().orElseThrow();
	}

	private Extract.Wanted wanted(String month) {
		return new Extract.Wanted(tree.get(here.city()), new Period(YearMonth.parse(month), YearMonth.parse(month)), Locale.CHINESE);
	}
}
