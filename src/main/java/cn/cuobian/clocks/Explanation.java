package cn.cuobian.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says line by line why a clock is due when it is due. */
@Component
class Explanation {

	private final MessageSource messages;

	Explanation(MessageSource messages) {
		this.messages = messages;
	}

	List<String> of(ClockRow row, Term term) {
		var locale = LocaleContextHolder.getLocale();
		var limit = row.limit();
		var lines = new ArrayList<String>();
		lines.add(say(locale, "limit", say(locale, "code." + row.code()),
				say(locale, "amount." + limit.counting() + "." + limit.unit(), limit.amount())));
		lines.add(say(locale, "started." + limit.counting(), moment(locale, row.started())));
		addDays(lines, locale, "rest", term.restDays());
		addDays(lines, locale, "make-up", term.makeUpDays());
		lines.add(say(locale, "due", moment(locale, row.due())));
		lines.add(say(locale, limit.place().isEmpty() ? "source" : "source-here", limit.source(), limit.place()));
		if (term.provisional()) {
			lines.add(say(locale, "provisional"));
		}
		return lines;
	}

	private void addDays(List<String> lines, Locale locale, String key, List<LocalDate> days) {
		if (!days.isEmpty()) {
			var format = DateTimeFormatter.ofPattern(say(locale, "short-day"), locale);
			var list = days.stream().map(format::format).collect(Collectors.joining(say(locale, "comma")));
			lines.add(say(locale, key, days.size(), list));
		}
	}

	private String moment(Locale locale, Instant instant) {
		return DueText.of(instant, DateTimeFormatter.ofPattern(say(locale, "day"), locale));
	}

	private String say(Locale locale, String key, Object... args) {
		return messages.getMessage("clocks." + key, args, locale);
	}
}
