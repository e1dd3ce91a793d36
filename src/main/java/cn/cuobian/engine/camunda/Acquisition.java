package cn.cuobian.engine.camunda;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes due timers so that nodes pass by what another one is taking. The engine's own command lets all nodes read the same
 * rows, and whoever is second loses them with his round trip; see docs/decisions/0035.
 */
final class Acquisition implements AcquireJobsCommandFactory {

	/** Of a procedure only while nothing else of it is being done: its jobs are exclusive, as the engine has them by default. */
	private static final String DUE = """
			select j.id_, j.process_instance_id_, j.exclusive_ from act_ru_job j
			where j.retries_ > 0 and j.duedate_ <= ? and (j.lock_owner_ is null or j.lock_exp_time_ < ?) and j.suspension_state_ = 1
			  and (j.exclusive_ = false or not exists (select 1 from act_ru_job other where other.process_instance_id_ = j.process_instance_id_
			    and other.exclusive_ = true and other.lock_owner_ is not null and other.lock_exp_time_ >= ?))
			order by j.duedate_ fetch first ? rows only for update skip locked""";

	private static final String TAKE = "update act_ru_job set lock_owner_ = ?, lock_exp_time_ = ?, rev_ = rev_ + 1 where id_ = ?";

	private final JobExecutor jobs;
	private final JdbcTemplate db;

	Acquisition(JobExecutor jobs, DataSource dataSource) {
		this.jobs = jobs;
		this.db = new JdbcTemplate(dataSource);
	}

	private record Due(String id, String instance, boolean exclusive) {
	}

	@Override
	public Command<AcquiredJobs> getCommand(int most) {
		return context -> batches(most, take(most));
	}

	private List<Due> take(int most) {
		var now = ClockUtil.getCurrentTime().getTime();
		var asked = new Timestamp(now);
		var due = db.query(DUE, (row, n) -> new Due(row.getString(1), row.getString(2), row.getBoolean(3)), asked, asked, asked, most);
		var until = new Timestamp(now + jobs.getLockTimeInMillis());
		db.batchUpdate(TAKE, due.stream().map(each -> new Object[] { jobs.getLockOwner(), until, each.id() }).toList());
		return due;
	}

	/** What belongs to one procedure runs one after the other. */
	private static AcquiredJobs batches(int most, List<Due> due) {
		var acquired = new AcquiredJobs(most);
		Map<String, List<String>> together = new LinkedHashMap<>();
		for (Due each : due) {
			if (each.exclusive() && each.instance() != null) {
				together.computeIfAbsent(each.instance(), instance -> new ArrayList<>()).add(each.id());
			} else {
				acquired.addJobIdBatch(each.id());
			}
		}
		together.values().forEach(acquired::addJobIdBatch);
		return acquired;
	}
}
