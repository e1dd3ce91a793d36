package cn.cuobian.clocks;

import cn.cuobian.nodes.BellRung;
import cn.cuobian.nodes.Bells;
import jakarta.annotation.PostConstruct;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The calendar and the hours in memory, in step with their rows: this node's changes at once, those of others when they ring. */
@Component
class HeldCalendar {

	private static final String BELL = "calendar";

	private final CalendarRows rows;
	private final WorkingCalendar calendar;
	private final OpeningHoursRows hoursRows;
	private final OpeningHoursByPlace hours;
	private final Bells bells;
	private long held = -1;

	HeldCalendar(CalendarRows rows, WorkingCalendar calendar, OpeningHoursRows hoursRows, OpeningHoursByPlace hours, Bells bells) {
		this.rows = rows;
		this.calendar = calendar;
		this.hoursRows = hoursRows;
		this.hours = hours;
		this.bells = bells;
	}

	/** Takes over what was committed; a bell may be lost, and whoever counts by it for good asks first. */
	@PostConstruct
	@Scheduled(cron = "*/3 * * * * *")
	synchronized void refresh() {
		long edition = rows.edition();
		if (edition != held) {
			calendar.hold(rows.known());
			hours.hold(hoursRows.all());
			held = edition;
		}
	}

	/** Takes over what the caller's transaction writes, as soon as it is committed, and lets the other nodes know. */
	void refreshAfterwards() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				refresh();
			}
		});
		bells.ring(BELL);
	}

	@EventListener
	void on(BellRung bell) {
		if (bell.isAbout(BELL)) {
			refresh();
		}
	}
}
