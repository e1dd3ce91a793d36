package cn.cuobian.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.cuobian.worklist.WorkItem;

/** How much time is left for a task, in whole days, hours or minutes, rounded down: nobody is promised more than there is. */
@Component
class TimeLeft {

	private final MessageSource messages;
	private final Clock clock;

	TimeLeft(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	String of(WorkItem item, Locale locale) {
		return item.due().map(due -> say(Duration.between(clock.instant(), due), locale))
			.orElseGet(() -> messages.getMessage("portal.left.none", null, locale));
	}

	private String say(Duration left, Locale locale) {
		var way = left.isNegative() || left.isZero() ? "portal.over." : "portal.left.";
		var time = left.abs();
		if (time.toDays() >= 1) {
			return messages.getMessage(way + "days", new Object[] {time.toDays()}, locale);
		}
		return time.toHours() >= 1 ? messages.getMessage(way + "hours", new Object[] {time.toHours()}, locale)
				: messages.getMessage(way + "minutes", new Object[] {time.toMinutes()}, locale);
	}
}
