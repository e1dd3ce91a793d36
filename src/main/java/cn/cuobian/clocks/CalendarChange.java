package cn.cuobian.clocks;

/**
 * A change of the calendar: drafted and looked at, then applied.
 *
 * @param year a whole year as a notice has it; null for single days
 * @param source the notice, or empty
 * @param edition of the calendar against which it was shown
 */
record CalendarChange(long id, Integer year, String source, String reason, long by, long edition, boolean applied) {
}
