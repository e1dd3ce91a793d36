package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What must hold after whatever broke, read from the database alone. Each question names the rows that break it. */
final class Invariants {

	/** In which the engine stores instants, without saying so. */
	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final Connection db;

	Invariants(Connection db) {
		this.db = db;
	}

	/** Whatever must hold of a house, however it was broken. */
	void allHold(Map<String, String> slips) throws SQLException {
		everyReportIsThereOnce(slips);
		everyMatterIsWhole();
		everyRungIsToldOnce();
		noJobIsGivenUp();
	}

	/** Nothing that was acknowledged is lost, and nothing is there twice. */
	void everyReportIsThereOnce(Map<String, String> slips) throws SQLException {
		var there = rows("select narrative from matter where narrative like '" + Rush.narrative("") + "%'");
		var sent = new TreeSet<String>();
		slips.keySet().forEach(token -> sent.add(Rush.narrative(token)));
		assertThat(count("select count(*) from matter where narrative like '" + Rush.narrative("") + "%'")).as("matters of the rush").isEqualTo(there.size());
		assertThat(there).as("one matter for each slip").isEqualTo(sent);
	}

	/** One commit: the matter, its record, its process, its task, its clock. */
	void everyMatterIsWhole() throws SQLException {
		none("a matter that is open without a process", """
				select m.number from matter m where m.state not in ('CLOSED', 'WITHDRAWN') and not exists
				(select 1 from act_ru_execution e where e.business_key_ = 'matter:' || m.id)""");
		none("an open task that is on no list", "select t.id_ from act_ru_task t where not exists (select 1 from work_item w where w.task_id = t.id_)");
		none("a task on a list that is not open", "select w.task_id from work_item w where not exists (select 1 from act_ru_task t where t.id_ = w.task_id)");
		none("a record that is shorter than it says", """
				select m.number from matter m where m.timeline_count <> (select count(*) from matter_event e where e.matter_id = m.id)""");
	}

	/** Told once, and to each person once. */
	void everyRungIsToldOnce() throws SQLException {
		none("a rung that is due and was not told", """
				select c.id from clock c where c.state = 'RUNNING' and c.next_rung_at < current_timestamp - interval '1' minute""");
		none("a line of an inbox that is there twice", "select event from inbox group by person_id, event having count(*) > 1");
	}

	void noJobIsGivenUp() throws SQLException {
		none("a job that was given up", "select id_ from act_ru_job where retries_ = 0");
		var minuteAgo = Timestamp.valueOf(LocalDateTime.now(ZONE).minusMinutes(1));
		none("a job that is a minute late", "select id_ from act_ru_job where duedate_ < timestamp '" + minuteAgo + "' and retries_ > 0 and suspension_state_ = 1");
	}

	/** What the table says was sent came, and came once; what was not sent did not come. */
	void everyMailCameOnce(Collection<String> messageIds) throws SQLException {
		assertThat(messageIds).as("mails that came").doesNotHaveDuplicates();
		assertThat(new TreeSet<>(messageIds)).as("mails that were sent").isEqualTo(mails("SENT"));
	}

	/** Message-IDs of the mails in a state. */
	Set<String> mails(String state) throws SQLException {
		var ids = new TreeSet<String>();
		rows("select event || '|' || addressee from mail where state = '" + state + "'")
				.forEach(name -> ids.add("<" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@cuobian>"));
		return ids;
	}

	long count(String sql) throws SQLException {
		try (var statement = db.createStatement(); var row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

	private void none(String what, String sql) throws SQLException {
		assertThat(rows(sql)).as(what).isEmpty();
	}

	private Set<String> rows(String sql) throws SQLException {
		var rows = new TreeSet<String>();
		try (var statement = db.createStatement(); var row = statement.executeQuery(sql)) {
			while (row.next()) {
				rows.add(row.getString(1));
			}
		}
		return rows;
	}
}
