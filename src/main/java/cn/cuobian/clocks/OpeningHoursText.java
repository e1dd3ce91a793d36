package cn.cuobian.clocks;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import cn.cuobian.clocks.OpeningHours.Window;
import cn.cuobian.refusals.Refusal;

/** Opening hours the way people write them: {@code 9:00-12:00 14:30-17:30}, with Chinese punctuation as well. */
final class OpeningHoursText {

	/** By code point: Chinese comma, semicolon and enumeration comma; colon; dashes, tilde and the two words for "to". */
	private static final Pattern GAP = Pattern.compile("[\\s,;\\uFF0C\\uFF1B\\u3001]+");
	private static final String TIME = "(\\d{1,2})[:\\uFF1A](\\d{2})";
	private static final Pattern WINDOW = Pattern.compile(TIME + "[-~\\u2013\\u2014\\uFF5E\\u81F3\\u5230]" + TIME);

	/** How a day is written on which the place is closed: first as it is written back. */
	private static final List<String> CLOSED = List.of("\u4F11", "\u4F11\u606F", "\u4E0D\u4E0A\u73ED", "closed");

	private OpeningHoursText() {
	}

	/**
	 * @param week one text per day from Monday; a day left empty keeps the hours of the first open day, all empty keeps none
	 * @throws Refusal on field {@code day1} … {@code day7}: {@code clocks.hours-text}, {@code hours-order},
	 *         {@code hours-overlap}, {@code hours-monday}, {@code hours-never}
	 */
	static OpeningHours read(List<String> week) {
		var hours = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
		for (var day : DayOfWeek.values()) {
			var text = day.getValue() > week.size() ? "" : week.get(day.ordinal()).strip();
			if (!text.isEmpty()) {
				hours.put(day, windows(day, text));
			}
		}
		if (!hours.isEmpty() && !hours.containsKey(DayOfWeek.MONDAY)) {
			throw Refusal.onField("day1", "clocks.hours-monday");
		}
		var read = new OpeningHours(hours);
		if (!read.isEmpty() && !read.opensOnWeekdays()) {
			throw Refusal.onField("day1", "clocks.hours-never");
		}
		return read;
	}

	static String write(List<Window> windows) {
		return windows.isEmpty() ? CLOSED.get(0) : windows.stream().map(window -> window.opens() + "-" + window.closes()).collect(Collectors.joining(" "));
	}

	/** What one day says: no window if it is closed. */
	static List<Window> windows(DayOfWeek day, String text) {
		return CLOSED.contains(text.toLowerCase(Locale.ROOT)) ? List.of() : windows("day" + day.getValue(), text);
	}

	private static List<Window> windows(String field, String text) {
		var windows = new ArrayList<Window>();
		for (var part : GAP.split(text)) {
			windows.add(window(field, part));
		}
		windows.sort(Comparator.comparing(Window::opens));
		for (int next = 1; next < windows.size(); next++) {
			if (windows.get(next).opens().isBefore(windows.get(next - 1).closes())) {
				throw Refusal.onField(field, "clocks.hours-overlap", text);
			}
		}
		return windows;
	}

	private static Window window(String field, String part) {
		var said = WINDOW.matcher(part);
		if (!said.matches()) {
			throw Refusal.onField(field, "clocks.hours-text", part);
		}
		var window = new Window(time(field, said, 1), time(field, said, 3));
		if (!window.closes().isAfter(window.opens())) {
			throw Refusal.onField(field, "clocks.hours-order", part);
		}
		return window;
	}

	private static LocalTime time(String field, Matcher said, int group) {
		try {
			return LocalTime.of(Integer.parseInt(said.group(group)), Integer.parseInt(said.group(group + 1)));
		} catch (DateTimeException e) {
			throw Refusal.onField(field, "clocks.hours-text", said.group());
		}
	}
}
