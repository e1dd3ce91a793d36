package cn.cuobian.engine.camunda;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes due timers so that nodes pass by what another one is taking. The engine's own command lets all nodes read the same
 * rows, and whoever is second loses them with his round trip; see docs/decisions/0035. A timer whose taker said nothing until
 * its lock was over is taken up again alone, and given up after {@value #MOST_ALONE} such attempts; see docs/decisions/0038.
 */
final class Acquisition implements AcquireJobsCommandFactory {

	/** Without a word, neither done nor failed. What was taken beside others had no attempt of its own: any of them may have ended the node. */
	static final int MOST_ALONE = 3;
	/** Stands as the message of a job that was given up so. */
	static final String SILENT = "no word after the last attempt";

	/** Of a procedure only while nothing else of it is being done: its jobs are exclusive, as the engine has them by default. */
	private static final String DUE = """
			select j.id_, j.process_instance_id_, j.exclusive_, j.lock_owner_ from act_ru_job j
			where j.retries_ > 0 and j.duedate_ <= ? and j.suspension_state_ = 1 and\s""";
	private static final String AND_FREE = """

			  and (j.exclusive_ = false or not exists (select 1 from act_ru_job other where other.process_instance_id_ = j.process_instance_id_
			    and other.exclusive_ = true and other.lock_owner_ is not null and other.lock_exp_time_ >= ?))
			order by j.duedate_ fetch first ? rows only for update skip locked""";
	private static final String FRESH = DUE + "j.lock_owner_ is null" + AND_FREE;
	private static final String SILENT_SINCE = DUE + "j.lock_owner_ is not null and j.lock_exp_time_ < ?" + AND_FREE;

	private static final String TAKE = "update act_ru_job set lock_owner_ = ?, lock_exp_time_ = ?, rev_ = rev_ + 1 where id_ = ?";

	/** Between the name of a taker and the number of attempts alone, his own included; who took it beside others writes none. */
	private static final char COUNTED = '#';

	/** A step takes milliseconds; one that hangs holds up the others no longer than this. */
	private static final long ALONE_MILLIS = 5_000;
	private static final Alone NOTHING = new Alone("", 0);

	private final JobExecutor jobs;
	private final JdbcTemplate db;
	/** What this node tries again alone; nothing else that fell silent begins before it is over. */
	private volatile Alone alone = NOTHING;

	Acquisition(JobExecutor jobs, DataSource dataSource) {
		this.jobs = jobs;
		this.db = new JdbcTemplate(dataSource);
	}

	/** @param alone how often it will have been taken alone, this time included; 0 where it is new */
	private record Due(String id, String instance, boolean exclusive, int alone) {
	}

	/** @param until in milliseconds */
	private record Alone(String job, long until) {
	}

	@Override
	public Command<AcquiredJobs> getCommand(int most) {
		return context -> batches(most, take(most));
	}

	/**
	 * A job is over, however it ended.
	 *
	 * @return whether it was done alone, so that the next one may follow
	 */
	boolean over(String job) {
		boolean wasAlone = alone.job().equals(job);
		if (wasAlone) {
			alone = NOTHING;
		}
		return wasAlone;
	}

	private List<Due> take(int most) {
		var now = ClockUtil.getCurrentTime().getTime();
		var asked = new Timestamp(now);
		var due = new ArrayList<>(db.query(FRESH, (row, n) -> due(row.getString(1), row.getString(2), row.getBoolean(3), null), asked, asked, most));
		var until = now + jobs.getLockTimeInMillis();
		if (now >= alone.until()) {
			silent(asked, most).ifPresent(one -> {
				due.removeIf(other -> other.exclusive() && other.instance() != null && other.instance().equals(one.instance()));
				due.add(one);
				alone = new Alone(one.id(), now + ALONE_MILLIS);
			});
		}
		db.batchUpdate(TAKE, due.stream().map(each -> new Object[] { taker(each), new Timestamp(until), each.id() }).toList());
		return due;
	}

	/** One that fell silent: first those which most likely only stood beside the one that took their node down. */
	private Optional<Due> silent(Timestamp asked, int most) {
		var silent = db.query(SILENT_SINCE, (row, n) -> due(row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4)), asked, asked, asked, most);
		silent.stream().filter(each -> each.alone() > MOST_ALONE).forEach(Acquisition::giveUp);
		return silent.stream().filter(each -> each.alone() <= MOST_ALONE).min(Comparator.comparingInt(Due::alone));
	}

	/** It keeps its lock: whoever still works on it finds that it is no longer his, and leaves it as it is. */
	private static void giveUp(Due due) {
		var job = Context.getCommandContext().getJobManager().findJobById(due.id());
		job.setExceptionMessage(SILENT);
		job.setLockExpirationTime(ClockUtil.getCurrentTime());
		job.setRetries(0);
	}

	private static Due due(String id, String instance, boolean exclusive, String taker) {
		int counted = taker == null ? -1 : taker.lastIndexOf(COUNTED);
		int before = counted < 0 ? 0 : Integer.parseInt(taker.substring(counted + 1));
		return new Due(id, instance, exclusive, taker == null ? 0 : before + 1);
	}

	private String taker(Due due) {
		return due.alone() == 0 ? jobs.getLockOwner() : jobs.getLockOwner() + COUNTED + due.alone();
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
