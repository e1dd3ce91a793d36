package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reported matters of which the steward's time runs out while an experiment lasts, for nobody can wait for five working days. */
final class DueMatters {

	/** In which the nodes count; the engine stores instants without a zone. */
	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final Map<Long, Instant> due = new LinkedHashMap<>();

	int size() {
		return due.size();
	}

	/** Moves the deadlines of the newest reports, in the ledger and in the engine; fewer where fewer are with their stewards. */
	void bringForward(Connection db, int most, Instant to) throws SQLException {
		var at = to.truncatedTo(ChronoUnit.MILLIS);
		try (var find = db.prepareStatement("""
				select m.id from matter m join clock c on c.subject = 'matter:' || m.id and c.code = 'LADDER.BUILDING' and c.state = 'RUNNING'
				where m.narrative like ? and c.due > current_timestamp + interval '1' hour order by m.id desc fetch first %d rows only""".formatted(most));
				var clock = db.prepareStatement("update clock set due = ?, next_rung_at = ? where subject = ? and code = 'LADDER.BUILDING'");
				var job = db.prepareStatement("update act_ru_job set duedate_ = ? where process_instance_id_ in"
						+ " (select proc_inst_id_ from act_ru_execution where business_key_ = ?)")) {
			find.setString(1, Rush.narrative("") + "%");
			var row = find.executeQuery();
			while (row.next()) {
				var subject = "matter:" + row.getLong(1);
				due.put(row.getLong(1), at);
				clock.setObject(1, at.atOffset(ZoneOffset.UTC));
				clock.setObject(2, at.atOffset(ZoneOffset.UTC));
				clock.setString(3, subject);
				clock.executeUpdate();
				job.setObject(1, LocalDateTime.ofInstant(at, ZONE));
				job.setString(2, subject);
				job.executeUpdate();
			}
		}
	}

	/** Each climbed, once and not before its time; answers how late they did. */
	Latencies.Part climbedOnce(Connection db) throws SQLException {
		try (var raised = db.prepareStatement("select at from matter_event where kind = 'RAISED' and matter_id = ?")) {
			List<Long> late = new ArrayList<>();
			for (var matter : due.entrySet()) {
				raised.setLong(1, matter.getKey());
				List<Instant> times = new ArrayList<>();
				for (var row = raised.executeQuery(); row.next();) {
					times.add(row.getObject(1, OffsetDateTime.class).toInstant());
				}
				assertThat(times).as("climbs of %s, due at %s", matter.getKey(), matter.getValue()).singleElement()
						.satisfies(at -> assertThat(at).isAfterOrEqualTo(matter.getValue()));
				late.add(Duration.between(matter.getValue(), times.get(0)).toNanos());
			}
			return new Latencies.Part(late);
		}
	}
}
