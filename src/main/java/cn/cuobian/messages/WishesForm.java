package cn.cuobian.messages;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;

import cn.cuobian.refusals.Refusal;

/** The fields of the settings as typed. */
record WishesForm(String address, String pace, String language, String quietFrom, String quietUntil) {

	/** @throws Refusal for a choice or a time there is not */
	Wishes wishes() {
		var typed = address == null || address.isBlank() ? null : address.strip();
		return new Wishes(typed, choice(Wishes.Pace.values(), pace, "pace"), choice(Wishes.Language.values(), language, "language"),
				time(quietFrom, "quietFrom"), time(quietUntil, "quietUntil"));
	}

	private static <T extends Enum<T>> T choice(T[] values, String name, String field) {
		return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst()
				.orElseThrow(() -> Refusal.onField(field, "messages.choice"));
	}

	private static LocalTime time(String text, String field) {
		try {
			return LocalTime.parse(text == null ? "" : text.strip());
		} catch (DateTimeException e) {
			throw Refusal.onField(field, "messages.time");
		}
	}
}
