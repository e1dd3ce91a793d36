package cn.cuobian.messages;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.Duration;
import cn.cuobian.people.Appointments;
import cn.cuobian.people.Person;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Worklist;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A person's deadlines as a calendar (RFC 5545): the tasks in his hands and those that wait at his posts. Numbers, names
 * of steps and links only. The text changes only when a deadline does, so a calendar program need not load it again.
 */
@Component
class TaskCalendar {

	private static final int MOST = 300;
	private static final int HOURS_BETWEEN_LOOKS = 1;

	private final Worklist worklist;
	private final Appointments appointments;
	private final MailWishes wishes;
	private final MessageSource messages;
	private final String address;
	private final ZoneId zone;

	TaskCalendar(Worklist worklist, Appointments appointments, MailWishes wishes, MessageSource messages,
			@Value("${cuobian.address}") String address, java.time.Clock clock) {
		this.worklist = worklist;
		this.appointments = appointments;
		this.wishes = wishes;
		this.messages = messages;
		this.address = address;
		this.zone = clock.getZone();
	}

	String of(Person person) {
		var locale = wishes.of(person.id()).language().locales().get(0);
		var calendar = new ICalendar();
		calendar.setProductId("-//Cuobian//Tasks//ZH");
		calendar.setName(say("calendar.name", locale));
		calendar.setExperimentalProperty("X-WR-CALNAME", say("calendar.name", locale));
		calendar.setRefreshInterval(Duration.builder().hours(HOURS_BETWEEN_LOOKS).build());
		tasks(person).forEach(item -> calendar.addEvent(event(item, locale)));
		return Biweekly.write(calendar).go();
	}

	private List<WorkItem> tasks(Person person) {
		var groups = appointments.of(person.id()).stream().map(holding -> holding.group().key()).distinct().sorted().toList();
		return Stream.concat(worklist.inHandsOf(person.id(), MOST).stream(), worklist.waitingAt(groups, MOST).stream())
				.filter(item -> item.due().isPresent()).sorted(Comparator.comparing(WorkItem::dueOrNull).thenComparing(WorkItem::taskId))
				.limit(MOST).toList();
	}

	private VEvent event(WorkItem item, Locale locale) {
		var event = new VEvent();
		event.setUid("task-" + item.taskId() + "@cuobian");
		event.setDateTimeStamp(Date.from(item.opened()));
		event.setSummary(say(item.isTaken() ? "calendar.mine" : "calendar.waiting", locale, item.number(), item.name().in(locale)));
		event.setUrl(address + "/tasks/" + item.taskId());
		event.setTransparency(true);
		setTime(event, item.due().orElseThrow());
		return event;
	}

	/** What is due at 24:00 of a day stands on that day; what is due at an hour, at that hour. */
	private void setTime(VEvent event, Instant due) {
		LocalDateTime local = due.atZone(zone).toLocalDateTime();
		if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
			// the library takes the date an instant has in the zone of the machine
			var day = local.toLocalDate().minusDays(1).atStartOfDay(ZoneId.systemDefault());
			event.setDateStart(Date.from(day.toInstant()), false);
		} else {
			event.setDateStart(Date.from(due));
		}
	}

	private String say(String key, Locale locale, Object... args) {
		return messages.getMessage("messages." + key, args, locale);
	}
}
