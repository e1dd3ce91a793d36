package cn.cuobian.figures;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import cn.cuobian.clocks.Spending;
import cn.cuobian.clocks.Spendings;
import cn.cuobian.nodes.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down every day what is foretold, and holds it against what happened. */
@Component
class Calibration {

	private static final int AT_ONCE = 1_000;

	private final Forecasts forecasts;
	private final Spendings spendings;
	private final JdbcClient db;
	private final Clock clock;
	private final Turns turns;

	Calibration(Forecasts forecasts, Spendings spendings, JdbcClient db, Clock clock, Turns turns) {
		this.forecasts = forecasts;
		this.spendings = spendings;
		this.db = db;
		this.clock = clock;
		this.turns = turns;
	}

	/**
	 * What was foretold within one tenth, and what became of it.
	 *
	 * @param said    chance to be late, on average, in thousandths
	 * @param count   forecasts of clocks that have ended since
	 * @param late    how many of them were late
	 * @param earlier how many ended by the expected time; half, if the forecasts are good
	 */
	record Tenth(int tenth, int said, long count, long late, long earlier) {

		private static final int WHOLE = 100;

		/** Percent that were late; null below the minimum. */
		public Integer happened() {
			return share(late);
		}

		/** Percent that ended by the expected time; null below the minimum. */
		public Integer inHalfTheCases() {
			return share(earlier);
		}

		private Integer share(long part) {
			return count < Kpi.MINIMUM ? null : (int) Math.round((double) WHOLE * part / count);
		}
	}

	/** Of every running clock that is not late yet, once a day. */
	@Scheduled(cron = "0 10 4 * * *", zone = "Asia/Shanghai")
	@Transactional
	void freeze() {
		if (turns.isMine("figures.forecasts")) {
			freeze(LocalDate.now(clock));
		}
	}

	private void freeze(LocalDate today) {
		List<Spending> page = spendings.after(0, AT_ONCE);
		while (!page.isEmpty()) {
			freeze(page, today);
			page = spendings.after(page.get(page.size() - 1).clockId(), AT_ONCE);
		}
	}

	private void freeze(List<Spending> page, LocalDate today) {
		Map<Long, Forecast> foretold = forecasts.foretold(page.stream().filter(spent -> clock.instant().isBefore(spent.due())).toList());
		foretold.values().forEach(forecast -> db.sql("""
				insert into forecast_frozen (clock_id, on_day, breach_permille, sample, expected)
				select c.id, cast(? as date), cast(? as integer), cast(? as integer), cast(? as timestamp with time zone) from clock c where c.id = ?
				  and not exists (select 1 from forecast_frozen f where f.clock_id = c.id and f.on_day = ?)""")
				.params(Date.valueOf(today), forecast.breachPermille(), forecast.sample(), Timestamp.from(forecast.expected()),
						forecast.clockId(), Date.valueOf(today)).update());
	}

	/** The forecasts of a place and all below it whose clocks have ended, by tenths of the chance foretold. */
	List<Tenth> of(String path) {
		return db.sql("""
				select d.tenth, cast(avg(d.said) as integer) said, count(*) n, sum(d.late) late, sum(d.earlier) earlier from (
				  select case when f.breach_permille >= 1000 then 9 else f.breach_permille / 100 end tenth, f.breach_permille said,
				    case when c.state = 'EXPIRED' then 1 else 0 end late, case when c.ended <= f.expected then 1 else 0 end earlier
				  from forecast_frozen f join clock c on c.id = f.clock_id join place p on p.code = c.place
				  where c.state in ('MET', 'EXPIRED') and left(p.path, :length) = :path) d
				group by d.tenth order by d.tenth""").param("length", path.length()).param("path", path)
				.query((row, n) -> new Tenth(row.getInt("tenth"), row.getInt("said"), row.getLong("n"), row.getLong("late"), row.getLong("earlier")))
				.list();
	}
}
