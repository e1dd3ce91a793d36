package cn.cuobian.figures;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.YearMonth;
import java.util.List;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.people.SomePeople;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Place;
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
class KpisTests {

	/** Nobody else's test lives in that month. */
	private static final YearMonth MONTH = YearMonth.of(2025, 9);

	@Autowired
	Kpis kpis;
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

	@BeforeEach
	void aMonthLater() {
		clock.setTo(SomeFigures.at("2025-10-20T09:00"));
		some = new SomeFigures(db);
		here = places.branch();
	}

	private Place place(String code) {
		return tree.get(code);
	}

	/** Reported Monday 1 September; answered 1 to 10 working days later; the last one over the weekend of the 13th. */
	private void tenMatters() {
		var answers = List.of("02", "03", "04", "05", "08", "09", "10", "11", "12", "15");
		for (int i = 0; i < answers.size(); i++) {
			long matter = some.matter(i < 5 ? here.building() : here.otherCompound(), "2025-09-01T10:00");
			some.closed(matter, "2025-09-" + answers.get(i) + "T16:00", "2025-09-20T10:00", i < 7 ? 5 : 2);
		}
	}

	@Test
	void the_figures_are_those_counted_by_hand() {
		tenMatters();
		long late = some.matter(here.building(), "2025-08-31T23:59");
		some.reopened(late, "2025-09-30T23:59");
		some.matter(here.building(), "2025-10-01T00:00");
		Kpi kpi = kpis.counted(MONTH, place(here.city()));
		assertThat(kpi.of(Measure.RECEIVED)).isEqualTo(10);
		assertThat(kpi.of(Measure.CLOSED)).isEqualTo(10);
		assertThat(kpi.of(Measure.REOPENED)).isEqualTo(1);
		assertThat(kpi.median()).isEqualTo(5);
		assertThat(kpi.p90()).isEqualTo(9);
		assertThat(kpi.satisfaction()).isEqualTo((7 * 5 + 3 * 2) / 10.0);
		assertThat(kpi.content()).isEqualTo(70.0);
		assertThat(kpis.counted(MONTH, place(here.compound())).of(Measure.RECEIVED)).isEqualTo(5);
	}

	@Test
	void clocks_count_when_they_end_and_cancelled_ones_never() {
		long matter = some.matter(here.building(), "2025-08-01T10:00");
		for (int i = 0; i < 9; i++) {
			some.clock(matter, here.building(), "KPI", "2025-08-20T10:00", "2025-09-02T10:00", "MET", 400);
		}
		some.clock(matter, here.building(), "KPI", "2025-08-20T10:00", "2025-09-02T10:00", "CANCELLED", 400);
		Kpi nine = kpis.counted(MONTH, place(here.compound()));
		assertThat(nine.of(Measure.CLOCKS_ENDED)).isEqualTo(9);
		assertThat(nine.inTime()).as("nine are too few").isNull();
		long last = some.clock(matter, here.building(), "KPI", "2025-08-20T10:00", "2025-09-03T10:00", "EXPIRED", 1200);
		some.entry(last, "2025-09-01T10:00", "PAUSED");
		some.entry(last, "2025-09-02T10:00", "PAUSED");
		some.entry(last, "2025-09-02T10:00", "EXTENDED");
		Kpi ten = kpis.counted(MONTH, place(here.compound()));
		assertThat(ten.inTime()).isEqualTo(90.0);
		assertThat(ten.of(Measure.PAUSES)).isEqualTo(2);
		assertThat(ten.of(Measure.EXTENSIONS)).isEqualTo(1);
	}

	@Test
	void what_goes_up_because_its_time_is_over_is_told_from_what_somebody_raised() {
		long matter = some.matter(here.building(), "2025-09-01T10:00");
		some.event(matter, 1, "2025-09-02T10:00", "COMPLETED", "{\"task\":\"办理\"}");
		some.event(matter, 2, "2025-09-02T10:00", "RAISED", "{\"from\":\"building\",\"to\":\"hall\"}");
		some.event(matter, 3, "2025-09-09T10:00", "NOTED", "{\"details\":[],\"note\":\"timed-out.LADDER.HALL\"}");
		some.event(matter, 4, "2025-09-09T10:00", "RAISED", "{\"from\":\"hall\",\"to\":\"meeting\"}");
		some.event(matter, 5, "2025-09-10T10:00", "RAISED", "{\"from\":\"meeting\",\"to\":\"leader\"}");
		Kpi kpi = kpis.counted(MONTH, place(here.community()));
		assertThat(kpi.of(Measure.RAISED_BY_TIME)).isEqualTo(1);
		assertThat(kpi.of(Measure.RAISED_BY_HAND)).isEqualTo(2);
	}

	@Test
	void a_frozen_month_counts_to_the_same_again_and_changes_only_by_an_edition_with_a_reason() {
		YearMonth month = YearMonth.of(2025, 9);
		db.sql("delete from kpi_snapshot").update();
		tenMatters();
		clock.setTo(SomeFigures.at("2025-10-01T02:20"));
		kpis.freezeLastMonth();
		Place city = place(here.city());
		assertThat(kpis.frozen(month, city).orElseThrow().kpi()).isEqualTo(kpis.counted(month, city));
		assertThatThrownBy(() -> kpis.record(month, city, "再算一次", 1)).isInstanceOf(Refusal.class).hasMessage("figures.nothing-differs");

		some.matter(here.building(), "2025-09-30T10:00");
		kpis.freezeLastMonth();
		assertThat(kpis.of(month, city).of(Measure.RECEIVED)).as("what is frozen stays").isEqualTo(10);
		assertThatThrownBy(() -> kpis.record(month, city, " ", 1)).isInstanceOf(Refusal.class).hasMessage("figures.reason-needed");
		assertThat(kpis.record(month, city, "补录一件", 1)).as("building, compound, community, township, city").isEqualTo(5);
		Snapshot second = kpis.frozen(month, city).orElseThrow();
		assertThat(second.edition()).isEqualTo(2);
		assertThat(second.reason()).isEqualTo("补录一件");
		assertThat(second.kpi().of(Measure.RECEIVED)).isEqualTo(11);
		assertThat(db.sql("select received from kpi_snapshot where of_month = '2025-09' and place = ? and edition = 1")
				.param(city.code()).query(Long.class).single()).isEqualTo(10);
	}

	@Test
	void the_running_month_cannot_be_frozen() {
		assertThatThrownBy(() -> kpis.record(YearMonth.of(2025, 10), place(here.city()), "早了", 1))
				.isInstanceOf(Refusal.class).hasMessage("figures.month-not-over");
	}

	@Test
	void a_supervisor_sees_his_own_places_only() throws Exception {
		var ours = people.holding("supervisor", here.community());
		var theirs = people.holding("supervisor", places.branch().community());
		web.perform(get("/figures").param("month", "2025-09").with(as(ours))).andExpect(status().isOk())
				.andExpect(content().string(Matchers.containsString("样本不足")));
		web.perform(get("/figures").param("place", here.compound()).with(as(ours))).andExpect(status().isOk());
		web.perform(get("/figures").param("place", here.city()).with(as(ours))).andExpect(status().isNotFound());
		web.perform(get("/figures").param("place", here.community()).with(as(theirs))).andExpect(status().isNotFound());
		web.perform(get("/figures/recount").param("place", here.community()).param("month", "2025-09").with(as(theirs))).andExpect(status().isNotFound());
		web.perform(get("/figures/recount").param("month", "2025-09").with(as(ours))).andExpect(status().isOk());
		web.perform(get("/figures").param("month", "=soon").with(as(ours))).andExpect(status().isUnprocessableContent());
	}

	@Test
	void a_percentile_is_a_value_that_occurred() {
		assertThat(Ranks.of(List.of(), 50)).isNull();
		assertThat(Ranks.of(List.of(7, 1, 3), 50)).isEqualTo(3);
		assertThat(Ranks.of(List.of(4, 1, 2, 3), 50)).isEqualTo(2);
		assertThat(Ranks.of(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100), 90)).isEqualTo(9);
		assertThat(Ranks.of(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100), 90)).isEqualTo(10);
	}
}
