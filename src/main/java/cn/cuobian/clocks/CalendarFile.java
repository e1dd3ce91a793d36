package cn.cuobian.clocks;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.PlaceText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A year's days off and make-up working days in the format of NateScarlet/holiday-cn: {@code year}, {@code papers} and
 * {@code days} with {@code name}, {@code date}, {@code isOffDay}.
 *
 * @param source the notice it was taken from
 */
record CalendarFile(int year, String source, Map<LocalDate, Day> days) {

	private static final int LARGEST = 256 * 1024;
	private static final int LONGEST = 60;
	private static final int LONGEST_SOURCE = 200;

	record Day(boolean worked, String name) {
	}

	/**
	 * @throws Refusal {@code clocks.calendar-file} if it is none, {@code calendar-year}, {@code calendar-empty} before the
	 *         notice is out, {@code calendar-date}, {@code calendar-twice}, {@code calendar-make-up}
	 */
	static CalendarFile of(byte[] content) {
		var root = json(content);
		int year = root.path("year").asInt(0);
		if (year < 2000 || year > 2100) {
			throw new Refusal("clocks.calendar-year");
		}
		var days = new TreeMap<LocalDate, Day>();
		root.path("days").forEach(node -> add(days, node, year));
		if (days.isEmpty()) {
			throw new Refusal("clocks.calendar-empty", String.valueOf(year));
		}
		return new CalendarFile(year, cut(root.path("papers").path(0).asString(""), LONGEST_SOURCE), days);
	}

	private static JsonNode json(byte[] content) {
		if (content.length == 0 || content.length > LARGEST) {
			throw new Refusal("clocks.calendar-file");
		}
		try {
			var root = JsonMapper.shared().readTree(PlaceText.of(content));
			if (root == null || !root.isObject()) {
				throw new Refusal("clocks.calendar-file");
			}
			return root;
		} catch (JacksonException e) {
			throw new Refusal("clocks.calendar-file");
		}
	}

	private static void add(Map<LocalDate, Day> days, JsonNode node, int year) {
		var text = node.path("date").asString("");
		var day = day(text);
		// a December day may belong to the New Year holiday of the year after
		if (day.getYear() != year && !(day.getYear() == year - 1 && day.getMonthValue() == 12)) {
			throw new Refusal("clocks.calendar-date", text);
		}
		if (!node.path("isOffDay").isBoolean()) {
			throw new Refusal("clocks.calendar-off-or-work", text);
		}
		boolean worked = !node.path("isOffDay").asBoolean();
		if (worked && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
			throw new Refusal("clocks.calendar-make-up", text);
		}
		if (days.put(day, new Day(worked, cut(node.path("name").asString(""), LONGEST))) != null) {
			throw new Refusal("clocks.calendar-twice", text);
		}
	}

	private static LocalDate day(String text) {
		try {
			return LocalDate.parse(text);
		} catch (DateTimeException e) {
			throw new Refusal("clocks.calendar-date", text);
		}
	}

	private static String cut(String text, int longest) {
		return text.length() <= longest ? text : text.substring(0, longest);
	}
}
