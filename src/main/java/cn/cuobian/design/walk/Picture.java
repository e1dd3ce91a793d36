package cn.cuobian.design.walk;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How things stand in the twin.
 *
 * @param open tasks, the most urgent first
 * @param next when the next reminder or deadline comes; null if nothing is left to wait for
 * @param deadline when the next deadline comes; null if there is none
 * @param resident what the one who reported may do now, as the drawings call it
 * @param over no procedure runs any more
 */
public record Picture(Instant now, String subject, List<Waiting> open, List<Flow> flows, List<Ticking> clocks, List<Rang> rungs,
		Instant next, Instant deadline, List<String> resident, boolean over) {

	/**
	 * An open task.
	 *
	 * @param group its post, as {@code post@place}
	 * @param post the same for people
	 * @param due null where no clock runs
	 */
	public record Waiting(String id, String model, String element, String name, String nameEn, String group, String post, Instant due) {
	}

	/** A procedure that runs or ran: where it stands and where it has been. */
	public record Flow(String model, String name, Set<String> active, Set<String> passed, boolean ended) {
	}

	/** A clock; state as its ledger writes it. */
	public record Ticking(String code, String element, Instant started, Instant due, String state) {
	}

	/** A rung that rang. */
	public record Rang(String code, String rung, Instant at, boolean covered) {
	}
}
