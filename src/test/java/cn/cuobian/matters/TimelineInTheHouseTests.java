package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the command {@code verify-records} finds when somebody works on the tables. */
class TimelineInTheHouseTests extends MattersInTheHouse {

	@Autowired
	private TimelineCheck check;
	@Autowired
	private Remarks remarks;

	private String number;
	private long id;

	@BeforeEach
	void aRecordOfSomeLines() {
		number = reported("漏水").number();
		id = idOf(number);
		Matter matter = application.getBean(MatterFile.class).of(id);
		for (int i = 1; i <= 3; i++) {
			remarks.comment(matter, viewer(steward), "留言 " + i);
		}
		assertThat(broken()).isEmpty();
		guard("disable");
	}

	/** The database refuses what these tests do; who owns the tables can take the guard away. */
	private void guard(String wanted) {
		if (onPostgres()) {
			db.sql("alter table matter_event " + wanted + " trigger user").update();
		} else if (wanted.equals("disable")) {
			db.sql("drop trigger matter_event_is_append_only").update();
		} else {
			db.sql("create trigger matter_event_is_append_only before update, delete on matter_event for each row"
					+ " call 'cn.cuobian.refusals.RefusesToRewrite'").update();
		}
	}

	private boolean onPostgres() {
		return Boolean.TRUE.equals(application.getBean(org.springframework.jdbc.core.JdbcTemplate.class)
				.execute((java.sql.Connection connection) -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
	}

	@AfterEach
	void nobodyElseSeesTheBrokenOne() {
		db.sql("delete from matter_event where matter_id = ?").param(id).update();
		db.sql("update matter set timeline_count = 0, timeline_head = ? where id = ?").params(TimelineChain.START, id).update();
		guard("enable");
	}

	@Test
	void theDatabaseItselfRefusesToRewrite() {
		guard("enable");
		var acts = new ArrayList<>(List.of("update matter_event set kind = 'NOTED'", "delete from matter_event"));
		if (onPostgres()) {
			acts.add("truncate matter_event");
		}
		for (String act : acts) {
			assertThatThrownBy(() -> db.sql(act).update()).hasStackTraceContaining("append-only");
		}
		guard("disable");
	}

	private List<Integer> broken() {
		return check.all(db).broken().stream().filter(each -> each.number().equals(number)).map(TimelineCheck.Broken::seq).toList();
	}

	private int last() {
		return db.sql("select max(seq) from matter_event where matter_id = ?").param(id).query(Integer.class).single();
	}

	@Test
	void everyMatterIsRead() {
		assertThat(check.all(db).matters()).isEqualTo(count("matter"));
	}

	@Test
	void aRewrittenCommentIsFound() {
		db.sql("update matter_event set payload = '{\"text\":\"没说过\"}' where matter_id = ? and seq = ?").params(id, last() - 1).update();
		assertThat(broken()).containsExactly(last() - 1);
	}

	@Test
	void anotherAuthorIsFound() {
		db.sql("update matter_event set actor = actor + 1 where matter_id = ? and seq = ?").params(id, last()).update();
		assertThat(broken()).containsExactly(last());
	}

	@Test
	void anotherHourIsFound() {
		db.sql("update matter_event set at = ? where matter_id = ? and seq = 1")
				.params(java.sql.Timestamp.from(clock.instant().plusSeconds(60)), id).update();
		assertThat(broken()).containsExactly(1);
	}

	@Test
	void aDeletedLineIsFound() {
		db.sql("delete from matter_event where matter_id = ? and seq = 2").param(id).update();
		assertThat(broken()).containsExactly(2);
	}

	@Test
	void aTailCutOffIsFound() {
		int last = last();
		db.sql("delete from matter_event where matter_id = ? and seq = ?").params(id, last).update();
		assertThat(broken()).containsExactly(last);
	}

	@Test
	void swappedLinesAreFound() {
		int last = last();
		db.sql("update matter_event set seq = 1000 where matter_id = ? and seq = ?").params(id, last).update();
		db.sql("update matter_event set seq = ? where matter_id = ? and seq = ?").params(last, id, last - 1).update();
		db.sql("update matter_event set seq = ? where matter_id = ? and seq = 1000").params(last - 1, id).update();
		assertThat(broken()).containsExactly(last - 1);
	}

	@Test
	void aWholeRecordTakenAwayIsFound() {
		db.sql("delete from matter_event where matter_id = ?").param(id).update();
		assertThat(broken()).containsExactly(1);
	}
}
