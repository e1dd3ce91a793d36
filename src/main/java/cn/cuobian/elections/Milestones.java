package cn.cuobian.elections;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.cuobian.clocks.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The schedule of an election: planned days by {@code milestones.dmn}, and the days on which each was reached. Working
 * days of the reviews may push a plan; the plan is not moved for it, the slack shows it.
 */
@Component
class Milestones {

	private final JdbcClient db;
	private final ElectionRules rules;
	private final Clock clock;

	Milestones(JdbcClient db, ElectionRules rules, Clock clock) {
		this.db = db;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * @param reached null while it is open
	 * @param slack days to spare until the plan; negative: late by so many
	 */
	record Line(Milestone milestone, LocalDate planned, LocalDate reached, long slack, String basis, String source) {

		public boolean isLate() {
			return slack < 0;
		}
	}

	/** Plans anew from the day of the application; what was reached stays. */
	void plan(Election election) {
		var first = dayOf(election);
		rules.schedule(election.schedule(), election.place()).forEach(step -> {
			var planned = first.plusDays(step.day() - 1L);
			if (db.sql("update election_milestone set planned = ? where election_id = ? and code = ?")
					.params(planned, election.id(), step.milestone()).update() == 0) {
				db.sql("insert into election_milestone (election_id, code, planned) values (?, ?, ?)")
						.params(election.id(), step.milestone(), planned).update();
			}
		});
	}

	/** Where a step is done again, its last day counts. */
	void reached(long electionId, Milestone milestone) {
		db.sql("update election_milestone set reached = ? where election_id = ? and code = ?")
				.params(today(), electionId, milestone.name()).update();
	}

	/** In the order of the plan. */
	List<Line> of(Election election) {
		Map<String, ElectionRules.Step> steps = rules.schedule(election.schedule(), election.place()).stream()
				.collect(Collectors.toMap(ElectionRules.Step::milestone, Function.identity()));
		return db.sql("select code, planned, reached from election_milestone where election_id = ? order by planned, code")
				.param(election.id()).query((row, n) -> {
					var step = steps.get(row.getString("code"));
					var planned = row.getDate("planned").toLocalDate();
					var reached = row.getDate("reached") == null ? null : row.getDate("reached").toLocalDate();
					long slack = ChronoUnit.DAYS.between(reached == null ? today() : reached, planned);
					return new Line(Milestone.valueOf(row.getString("code")), planned, reached, slack, step == null ? "" : step.basis(),
							step == null ? "" : step.source());
				}).list();
	}

	private LocalDate today() {
		return clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate();
	}

	private static LocalDate dayOf(Election election) {
		return election.begun().atZone(WorkingCalendar.ZONE).toLocalDate();
	}
}
