package cn.cuobian.worklist;

import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.engine.Tasks;
import cn.cuobian.people.HoldingEnded;

/** Puts back what somebody had taken whose last fitting post has ended: else nobody could ever do it. */
@Component
class Lapses {

	private final WorkRows rows;
	private final Fitting fitting;
	private final Tasks tasks;
	private final TransactionTemplate transaction;
	private final ApplicationEventPublisher events;

	Lapses(WorkRows rows, Fitting fitting, Tasks tasks, TransactionTemplate transaction, ApplicationEventPublisher events) {
		this.rows = rows;
		this.fitting = fitting;
		this.tasks = tasks;
		this.transaction = transaction;
		this.events = events;
	}

	@EventListener
	void on(HoldingEnded ended) {
		putBackOf(ended.personId());
	}

	/** For posts that ended by their date, or with the account: nobody does anything then that could be heard. */
	@Scheduled(cron = "0 7 * * * *")
	void sweep() {
		var peopleByGroup = new HashMap<String, Set<Long>>();
		rows.claims().stream()
			.filter(claim -> !peopleByGroup.computeIfAbsent(claim.group(), fitting::peopleOf).contains(claim.personId()))
			.map(WorkRows.Claim::personId).distinct().forEach(this::putBackOf);
	}

	private void putBackOf(long personId) {
		transaction.executeWithoutResult(status -> rows.takenBy(personId).forEach(taskId -> putBack(taskId, personId)));
	}

	private void putBack(String taskId, long personId) {
		rows.lock(taskId).filter(item -> item.isTakenBy(personId) && !fitting.is(taskId, personId)).ifPresent(item -> {
			tasks.release(taskId);
			var groups = offerToTheManned(item);
			events.publishEvent(new WorkLapsed(taskId, item.subject(), item.elementId(), item.name().zh(), personId, groups));
		});
	}

	/** Where he was the last at his post, the task is offered to those its work falls to as well. */
	private Set<String> offerToTheManned(WorkItem item) {
		var offered = rows.groups(item.taskId());
		var groups = new TreeSet<>(offered);
		offered.forEach(group -> groups.add(fitting.manned(group)));
		groups.stream().filter(group -> !offered.contains(group)).forEach(group -> rows.offerAgain(item.taskId(), group));
		return groups;
	}
}
