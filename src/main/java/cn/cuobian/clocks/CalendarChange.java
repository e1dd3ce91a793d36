package cn.cuobian.clocks;

/**
 * A change of the calendar or of a place's opening hours: drafted and looked at, then applied.
 *
 * @param year a whole year as a notice has it; null for single days
 * @param place whose opening hours change; null where days change
 * @param source the notice, or empty
 * @param edition of the calendar against which it was shown
 */
record CalendarChange(long id, Integer year, String place, String source, String reason, long by, long edition, boolean applied) {

	static CalendarChange ofYear(int year, String source, String reason, long by, long edition) {
		return new CalendarChange(0, year, null, source, reason, by, edition, false);
	}

	static CalendarChange ofDay(String reason, long by, long edition) {
		return new CalendarChange(0, null, null, "", reason, by, edition, false);
	}

	static CalendarChange ofHours(String place, String reason, long by, long edition) {
		return new CalendarChange(0, null, place, "", reason, by, edition, false);
	}
}
