package cn.cuobian.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.instruments.HouseGauges;

/** How many clocks the house keeps, as the board counts them: by sums, however many there are. */
@Component
class ClockMeters {

	private static final String CLOCKS = "Open clocks of matters, elections and committees";

	private final Tally tally;
	private final JdbcClient db;
	private final Clock clock;

	ClockMeters(HouseGauges house, Tally tally, JdbcClient db, Clock clock) {
		this.tally = tally;
		this.db = db;
		this.clock = clock;
		house.group(this::open).gauge("clocks", CLOCKS, Map.of("state", "running"), Open::running)
				.gauge("clocks", CLOCKS, Map.of("state", "paused"), Open::paused)
				.gauge("clocks", CLOCKS, Map.of("state", "overdue"), Open::overdue);
	}

	/** @param running overdue ones among them */
	private record Open(long running, long paused, long overdue) {
	}

	private Open open() {
		var roots = db.sql("select code from place where parent is null").query(String.class).list();
		var byDay = tally.of(roots).values();
		long paused = byDay.stream().map(days -> days.get(Tally.PAUSED)).filter(Objects::nonNull).mapToLong(Integer::longValue).sum();
		long all = byDay.stream().flatMap(days -> days.values().stream()).mapToLong(Integer::longValue).sum();
		return new Open(all - paused, paused, overdue());
	}

	/** Both values of the mark, so that the index which begins with it finds the few that are late. */
	private long overdue() {
		return db.sql("select count(*) from watched where listed in (true, false) and due <= ?")
				.param(Timestamp.from(clock.instant())).query(Long.class).single();
	}
}
