package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Moves the steward's deadline of a matter, in the ledger and in the engine, for nobody can wait for five working days. */
final class Deadlines {

	/** In which the server counts; the engine stores instants without a zone. */
	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private Deadlines() {
	}

	/** @return the number of the matter */
	static String bringForward(Connection db, String narrative, Instant due) throws SQLException {
		try (var find = db.prepareStatement("select id, number from matter where narrative = ?");
				var clock = db.prepareStatement("update clock set due = ? where subject = ? and code = 'LADDER.BUILDING'");
				var job = db.prepareStatement("update act_ru_job set duedate_ = ? where process_instance_id_ in"
						+ " (select proc_inst_id_ from act_ru_execution where business_key_ = ?)")) {
			find.setString(1, narrative);
			var matter = find.executeQuery();
			assertThat(matter.next()).isTrue();
			var subject = "matter:" + matter.getLong("id");
			clock.setObject(1, due.atOffset(ZoneOffset.UTC));
			clock.setString(2, subject);
			job.setObject(1, LocalDateTime.ofInstant(due, ZONE));
			job.setString(2, subject);
			assertThat(clock.executeUpdate()).isEqualTo(1);
			assertThat(job.executeUpdate()).isEqualTo(1);
			return matter.getString("number");
		}
	}
}
