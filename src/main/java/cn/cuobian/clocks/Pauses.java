package cn.cuobian.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The closed pauses of one clock, in the order of time and without overlap.
 *
 * @param intervals each from the instant the clock stood still to the instant it ran on
 */
record Pauses(List<Span> intervals) {

	static final Pauses NONE = new Pauses(List.of());

	Pauses {
		intervals = List.copyOf(intervals);
		for (int i = 1; i < intervals.size(); i++) {
			if (intervals.get(i).from().isBefore(intervals.get(i - 1).to())) {
				throw new IllegalArgumentException("Pauses overlap: " + intervals);
			}
		}
	}

	Pauses and(Instant from, Instant to) {
		return and(new Pauses(List.of(new Span(from, to))));
	}

	/** Both, these first. */
	Pauses and(Pauses later) {
		var more = new ArrayList<>(intervals);
		more.addAll(later.intervals);
		return new Pauses(more);
	}

	/** Whether the clock stood still at the instant; a pause that begins or ends at the very instant does not count. */
	boolean cover(Instant instant) {
		return intervals.stream().anyMatch(pause -> pause.from().isBefore(instant) && instant.isBefore(pause.to()));
	}

	/** What is left of the span when the pauses are cut out of it. */
	List<Span> cutFrom(Span span) {
		var left = new ArrayList<Span>();
		var from = span.from();
		for (var pause : intervals) {
			if (pause.from().isBefore(span.to()) && pause.to().isAfter(from)) {
				if (pause.from().isAfter(from)) {
					left.add(new Span(from, pause.from()));
				}
				from = pause.to();
			}
		}
		if (from.isBefore(span.to())) {
			left.add(new Span(from, span.to()));
		}
		return left;
	}

	/** A stretch of time; the second instant is the first one outside. */
	record Span(Instant from, Instant to) {

		Span {
			if (to.isBefore(from)) {
				throw new IllegalArgumentException("A span ends before it begins: " + from + " to " + to);
			}
		}

		Duration length() {
			return Duration.between(from, to);
		}
	}
}
