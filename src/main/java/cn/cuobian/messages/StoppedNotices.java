package cn.cuobian.messages;

import java.time.Clock;
import java.time.LocalDate;

import cn.cuobian.engine.GivenUp;
import cn.cuobian.engine.GivenUp.Stopped;
import cn.cuobian.messages.Notice.Kind;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells administrators that a step stands still after all its attempts: what it belongs to does not move before one of them
 * has it tried again. One line for all that stopped since the last look, so that a broken database does not write thousands.
 */
@Component
class StoppedNotices {

	private final GivenUp givenUp;
	private final Postbox postbox;
	private final Supervisors supervisors;
	private final TransactionTemplate transaction;
	private final Clock clock;

	StoppedNotices(GivenUp givenUp, Postbox postbox, Supervisors supervisors, TransactionTemplate transaction, Clock clock) {
		this.givenUp = givenUp;
		this.postbox = postbox;
		this.supervisors = supervisors;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Scheduled(cron = "${cuobian.messages.stopped:45 * * * * *}")
	void look() {
		try {
			transaction.executeWithoutResult(status -> givenUp.newest(1).forEach(this::tell));
		} catch (DuplicateKeyException anotherNodeWasFirst) {
			return;
		}
	}

	private void tell(Stopped newest) {
		var day = LocalDate.ofInstant(newest.since(), clock.getZone()).toString();
		postbox.tell(supervisors.administrators(), new Notice("step-stopped:%s:%d".formatted(newest.id(), newest.since().toEpochMilli()), Kind.STEP_STOPPED, day,
				"/admin/stopped", null));
	}
}
