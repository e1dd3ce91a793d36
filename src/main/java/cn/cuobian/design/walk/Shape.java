package cn.cuobian.design.walk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How one procedure of an open matter stands: ids and decisions, nothing that anybody wrote.
 *
 * @param room whose model it is
 * @param facts that the procedure was given or decided
 * @param tokens where it waits
 * @param clocks due instants by code
 * @param wishes steps of the newer version by steps of the older one
 */
public record Shape(String room, String model, Map<String, Object> facts, List<Token> tokens, Map<String, Instant> clocks, Map<String, String> wishes) {

	/** @param facts of this branch alone */
	public record Token(String element, Map<String, Object> facts) {
	}
}
