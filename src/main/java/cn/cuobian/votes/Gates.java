package cn.cuobian.votes;

import java.util.Map;

import cn.cuobian.engine.Decisions;
import org.springframework.stereotype.Component;

/**
 * The shares of Civil Code 278 and 279, and which matter needs which: {@code bpmn/votes/gates.dmn} and
 * {@code bpmn/votes/joint-decisions.dmn}.
 */
@Component
public class Gates {

	/** How many have to take part (双三分之二以上). */
	public static final String PARTICIPATION = "PARTICIPATION";
	/** More than half of those who take part (双过半). */
	public static final String ORDINARY = "ORDINARY";
	/** Three quarters of those who take part (双四分之三以上). */
	public static final String MAJOR = "MAJOR";
	/** Everybody with an interest in it (279). */
	public static final String UNANIMOUS = "UNANIMOUS";

	private final Decisions decisions;

	Gates(Decisions decisions) {
		this.decisions = decisions;
	}

	/** @throws IllegalArgumentException for a code the table does not have */
	public Gate of(String code) {
		var row = decisions.decide("gates", Map.of("code", code));
		if (row.isEmpty()) {
			throw new IllegalArgumentException("gates.dmn has no row for " + code);
		}
		return new Gate(code, number(row, "part"), number(row, "whole"), (Boolean) row.get("more"), (String) row.get("article"));
	}

	/**
	 * What a matter for joint decision needs.
	 *
	 * @param item 1 to 9 as Civil Code 278(1) numbers them; 279 for turning a dwelling into business premises
	 * @throws IllegalArgumentException for any other number
	 */
	public Gate forItem(int item) {
		var row = decisions.decide("joint-decisions", Map.of("item", item));
		if (row.isEmpty()) {
			throw new IllegalArgumentException("Article 278 has no item " + item);
		}
		return of((String) row.get("gate"));
	}

	private static int number(Map<String, Object> row, String column) {
		return ((Number) row.get(column)).intValue();
	}
}
