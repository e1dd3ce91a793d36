package cn.cuobian.engine.camunda;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way in.
 *
 * @param row of the table of threats
 * @param rule the refusal it must meet, without {@code engine.model-}
 * @param fires whether the effect happens on an engine with default settings, as it stands on our class path
 * @param charset in which the model is written; only UTF-8 is let in
 * @param others what is deployed along with it, by name of the file
 */
record Hostile(String row, String file, String model, String rule, boolean fires, Charset charset, Map<String, String> others) {

	/** Calls {@link Effect#happen()} from any expression the engine evaluates. */
	static final String EL = "${''.getClass().forName('cn.cuobian.engine.camunda.Effect').getMethod('happen').invoke(null)}";

	Hostile(String row, String file, String model, String rule, boolean fires) {
		this(row, file, model, rule, fires, StandardCharsets.UTF_8, Map.of());
	}

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

	/** Deployed together with another file. */
	Hostile beside(String name, String other) {
		return new Hostile(row, file, model, rule, fires, charset, Map.of(name, other));
	}

	Hostile inBytes(Charset other) {
		return new Hostile(row, file, model, rule, fires, other, others);
	}

	/** All files by name. */
	Map<String, byte[]> files() {
		Map<String, byte[]> files = new TreeMap<>();
		files.put(file, model.getBytes(charset));
		others.forEach((name, text) -> files.put(name, text.getBytes(charset)));
		return files;
	}

	@Override
	public String toString() {
		return row;
	}
}
