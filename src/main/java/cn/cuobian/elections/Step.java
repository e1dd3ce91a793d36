package cn.cuobian.elections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.worklist.WorkDone;

/**
 * A task that somebody just completed, before the procedure moves on.
 *
 * @param id of the election or the committee it belongs to
 * @param part the candidate or the review, where there are several
 */
record Step(long id, long part, WorkDone work) {

	String element() {
		return work.elementId();
	}

	String decision() {
		return text("decision");
	}

	/** A decision of the form; null where nothing was picked. */
	String text(String key) {
		var value = work.decisions().get(key);
		return value == null ? null : value.toString();
	}

	int number(String key) {
		return Integer.parseInt(text(key));
	}

	/** Ids that were picked from a list. */
	Set<Long> ids(String key) {
		var picked = text(key);
		return picked == null || picked.isEmpty() ? Set.of()
				: Arrays.stream(picked.split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
	}

	/** What was written; null where nothing was. */
	String words(String key) {
		return work.words().get(key);
	}

	LocalDate day(String key) {
		return LocalDate.parse(work.words().get(key));
	}

	/** On the clock on our walls; null where nothing was entered. */
	Instant moment(String key) {
		var written = work.words().get(key);
		return written == null ? null : LocalDateTime.parse(written).atZone(WorkingCalendar.ZONE).toInstant();
	}
}
