package cn.cuobian.engine.camunda;

/**
 * One way in.
 *
 * @param row of the table of threats
 * @param rule the refusal it must meet, without {@code engine.model-}
 * @param fires whether the effect happens on an engine with default settings, as it stands on our class path
 */
record Hostile(String row, String file, String model, String rule, boolean fires) {

	/** Calls {@link Effect#happen()} from any expression the engine evaluates. */
	static final String EL = "${''.getClass().forName('cn.cuobian.engine.camunda.Effect').getMethod('happen').invoke(null)}";

	/** A process of one step. */
	static Hostile step(String row, String rule, String step) {
		return body(row, rule, Drawings.around("x", step));
	}

	static Hostile body(String row, String rule, String body) {
		return new Hostile(row, "hostile.bpmn", Drawings.bpmn("hostile", body), rule, true);
	}

	/** With something beside the process, such as a signal or a second process. */
	static Hostile beside(String row, String rule, String around, String body) {
		return new Hostile(row, "hostile.bpmn", Drawings.bpmn("hostile", around, body), rule, true);
	}

	static Hostile table(String row, String rule, String model) {
		return new Hostile(row, "hostile.dmn", model, rule, true);
	}

	/** Harmless on this class path or by the engine's own defaults; refused all the same. */
	Hostile asleep() {
		return new Hostile(row, file, model, rule, false);
	}

	Hostile with(String otherModel) {
		return new Hostile(row, file, otherModel, rule, fires);
	}

	Hostile named(String name) {
		return new Hostile(row, name, model, rule, fires);
	}

	@Override
	public String toString() {
		return row;
	}
}
