package cn.cuobian.messages;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person wants by mail.
 *
 * @param address null: no mails
 * @param quietFrom with {@code quietUntil} the hours in which no mail leaves, over midnight if it is the later one;
 *     equal times mean none; Shanghai time
 */
record Wishes(String address, Pace pace, Language language, LocalTime quietFrom, LocalTime quietUntil) {

	/** Of somebody who chose nothing, and of residents. */
	static final Wishes DEFAULT = new Wishes(null, Pace.AT_ONCE, Language.ZH, LocalTime.of(21, 0), LocalTime.of(8, 0));

	enum Pace {
		AT_ONCE, DAILY, NONE
	}

	enum Language {
		ZH(Locale.CHINESE), EN(Locale.ENGLISH), BOTH(Locale.CHINESE, Locale.ENGLISH);

		private final List<Locale> locales;

		Language(Locale... locales) {
			this.locales = List.of(locales);
		}

		List<Locale> locales() {
			return locales;
		}
	}

	boolean wants(Pace wanted) {
		return address != null && pace == wanted;
	}

	/** The end of the quiet hours, if it is quiet now. */
	Optional<Instant> quietAt(Instant now, ZoneId zone) {
		var local = now.atZone(zone);
		if (!isQuiet(local.toLocalTime())) {
			return Optional.empty();
		}
		var end = local.with(quietUntil);
		return Optional.of((end.isAfter(local) ? end : end.plusDays(1)).toInstant());
	}

	private boolean isQuiet(LocalTime time) {
		var afterBegin = !time.isBefore(quietFrom);
		var beforeEnd = time.isBefore(quietUntil);
		return quietFrom.isBefore(quietUntil) ? afterBegin && beforeEnd : !quietFrom.equals(quietUntil) && (afterBegin || beforeEnd);
	}
}
