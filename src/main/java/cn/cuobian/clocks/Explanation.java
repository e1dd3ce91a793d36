package cn.cuobian.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

	/** @param reckoning a pause that lasts taken to end now */
	List<String> of(ClockRow row, Reckoning reckoning, List<ClockEntry> entries) {
		var locale = LocaleContextHolder.getLocale();
		var limit = row.limit();
		var term = reckoning.term();
		var lines = new ArrayList<String>();
		lines.add(say(locale, "limit", name(row.code(), locale), amount(locale, limit, limit.amount())));
		lines.add(say(locale, "started." + limit.counting(), moment(locale, row.started())));
		addDays(lines, locale, "rest", term.restDays());
		addDays(lines, locale, "make-up", term.makeUpDays());
		entries.forEach(entry -> lines.addAll(changed(entry, entries, limit, reckoning, locale)));
		lines.add(row.isPaused() ? say(locale, "due-later", moment(locale, term.due())) : say(locale, "due", moment(locale, row.due())));
		lines.add(limit.place().isEmpty() ? say(locale, "source", limit.source())
				: say(locale, "source-here", limit.source(), place(limit.place(), locale)));
		if (term.provisional()) {
			lines.add(say(locale, "provisional"));
		}
		return lines;
	}

	/** Everything that happened, in the order in which it was written down. */
	List<String> history(List<ClockEntry> entries, Limit limit) {
		var locale = LocaleContextHolder.getLocale();
		return entries.stream().map(entry -> say(locale, "history." + entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
				moment(locale, entry.at()), moment(locale, entry.effective()), said(entry, locale),
				entry.amount() == null ? "" : amount(locale, limit, entry.amount()),
				entry.dueAfter() == null || entry.dueAfter().equals(Clocks.NEVER) ? "" : moment(locale, entry.dueAfter()))).toList();
	}

	/** What changed the deadline: a pause together with its end, an extension. */
	private List<String> changed(ClockEntry entry, List<ClockEntry> entries, Limit limit, Reckoning reckoning, Locale locale) {
		return switch (entry.kind()) {
			case PAUSED -> List.of(pause(entry, entries.stream().filter(each -> each.kind() == ClockEntry.Kind.RESUMED
					&& !each.effective().isBefore(entry.effective())).findFirst(), reckoning, locale));
			case EXTENDED -> List.of(say(locale, "extended", moment(locale, entry.at()), amount(locale, limit, entry.amount()),
					entry.words()));
			default -> List.of();
		};
	}

	private String pause(ClockEntry paused, Optional<ClockEntry> resumed, Reckoning reckoning, Locale locale) {
		if (resumed.isEmpty()) {
			return say(locale, "paused", moment(locale, paused.effective()), said(paused, locale));
		}
		var span = new Pauses.Span(paused.effective(), resumed.get().effective());
		return say(locale, reckoning.counting().isByDays() ? "pause.days" : "pause.hours", moment(locale, span.from()),
				moment(locale, span.to()), said(paused, locale), reckoning.givenBack(span));
	}

	private String said(ClockEntry entry, Locale locale) {
		if (entry.reason() == null) {
			return entry.words() == null ? "" : entry.words();
		}
		var said = say(locale, "said", say(locale, "reason." + entry.reason()), entry.words());
		return entry.evidence().isEmpty() ? said : say(locale, "evidence", said, entry.evidence());
	}

	private String amount(Locale locale, Limit limit, int amount) {
		return say(locale, "amount." + limit.counting() + "." + limit.unit(), amount);
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
