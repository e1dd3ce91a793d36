package cn.cuobian.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import cn.cuobian.territory.Places;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says line by line why a clock is due when it is due. */
@Component
class Explanation {

	private final MessageSource messages;
	private final Places places;

	Explanation(MessageSource messages, Places places) {
		this.messages = messages;
		this.places = places;
	}

	List<String> of(ClockRow row, Term term) {
		var locale = LocaleContextHolder.getLocale();
		var limit = row.limit();
		var lines = new ArrayList<String>();
		lines.add(say(locale, "limit", name(row.code(), locale),
				say(locale, "amount." + limit.counting() + "." + limit.unit(), limit.amount())));
		lines.add(say(locale, "started." + limit.counting(), moment(locale, row.started())));
		addDays(lines, locale, "rest", term.restDays());
		addDays(lines, locale, "make-up", term.makeUpDays());
		lines.add(say(locale, "due", moment(locale, row.due())));
		lines.add(limit.place().isEmpty() ? say(locale, "source", limit.source())
				: say(locale, "source-here", limit.source(), place(limit.place(), locale)));
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

	/** A designer may add a limit before anybody gives it a name. */
	private String name(String code, Locale locale) {
		return messages.getMessage("clocks.code." + code, null, code, locale);
	}

	private String place(String code, Locale locale) {
		return places.find(code).map(place -> place.name(locale)).orElse(code);
	}

	private String moment(Locale locale, Instant instant) {
		return DueText.of(instant, DateTimeFormatter.ofPattern(say(locale, "day"), locale));
	}

	private String say(Locale locale, String key, Object... args) {
		return messages.getMessage("clocks." + key, args, locale);
	}
}
