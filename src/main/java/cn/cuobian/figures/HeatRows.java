package cn.cuobian.figures;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.engine.Model;
import cn.cuobian.engine.Models;
import cn.cuobian.figures.Extract.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums the clocks of each step of a procedure, in a place and all below it. */
@Repository
class HeatRows {

	private static final String OF_STEPS = " from clock c join place p on p.code = c.place where c.model_key = :model and c.element_id is not null"
			+ " and left(p.path, :length) = :path";

	private final JdbcClient db;
	private final Models models;
	private final Clock clock;

	HeatRows(JdbcClient db, Models models, Clock clock) {
		this.db = db;
		this.models = models;
		this.clock = clock;
	}

	private record Ended(long count, int median, int p90) {

		static final Ended NONE = new Ended(0, 0, 0);
	}

	private record Open(long count, long overdue) {

		static final Open NONE = new Open(0, 0);
	}

	/** Every step that ever had a clock, in the order of the drawing. */
	List<Heat> of(Model model, Wanted wanted) {
		Map<String, Ended> ended = ended(model.key(), wanted);
		Map<String, Open> open = open(model.key(), wanted);
		return Steps.of(models.bpmn(model.definitionId())).entrySet().stream()
				.filter(step -> ended.containsKey(step.getKey()) || open.containsKey(step.getKey())).map(step -> {
					Ended past = ended.getOrDefault(step.getKey(), Ended.NONE);
					Open now = open.getOrDefault(step.getKey(), Open.NONE);
					return new Heat(step.getKey(), step.getValue(), past.count(), past.median(), past.p90(), now.count(), now.overdue());
				}).toList();
	}

	private Map<String, Ended> ended(String model, Wanted wanted) {
		Map<String, Ended> found = new HashMap<>();
		db.sql("select c.element_id, count(*) n, percentile_disc(0.5) within group (order by c.used_permille) median,"
				+ " percentile_disc(0.9) within group (order by c.used_permille) p90" + OF_STEPS
				+ " and c.state in ('MET', 'EXPIRED') and c.used_permille is not null and c.ended >= :from and c.ended < :to group by c.element_id")
				.param("model", model).param("path", wanted.place().path()).param("length", wanted.place().path().length())
				.param("from", wanted.period().from()).param("to", wanted.period().to())
				.query((row, n) -> found.put(row.getString(1), new Ended(row.getLong("n"), row.getInt("median"), row.getInt("p90")))).list();
		return found;
	}

	private Map<String, Open> open(String model, Wanted wanted) {
		Map<String, Open> found = new HashMap<>();
		db.sql("select c.element_id, count(*) n, sum(case when c.due <= :now then 1 else 0 end) late" + OF_STEPS
				+ " and c.open_key is not null group by c.element_id").param("model", model).param("path", wanted.place().path())
				.param("length", wanted.place().path().length()).param("now", Timestamp.from(clock.instant()))
				.query((row, n) -> found.put(row.getString(1), new Open(row.getLong("n"), row.getLong("late")))).list();
		return found;
	}
}
