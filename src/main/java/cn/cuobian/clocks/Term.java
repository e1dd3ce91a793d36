package cn.cuobian.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A counted term.
 *
 * @param due the first instant that is too late: the end of the last day is the beginning of the next
 * @param restDays days of rest between start and due
 * @param makeUpDays weekend days between start and due that are worked
 * @param provisional the term touches a year whose official calendar is not known yet
 */
record Term(Instant due, List<LocalDate> restDays, List<LocalDate> makeUpDays, boolean provisional) {

	Term {
		restDays = List.copyOf(restDays);
		makeUpDays = List.copyOf(makeUpDays);
	}
}
