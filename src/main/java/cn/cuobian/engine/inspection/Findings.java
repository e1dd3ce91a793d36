package cn.cuobian.engine.inspection;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one file. */
final class Findings {

	private final String file;
	private final List<Finding> all = new ArrayList<>();

	Findings(String file) {
		this.file = file;
	}

	void add(String element, String rule, Object... arguments) {
		all.add(new Finding(file, element, "engine.finding." + rule, List.of(arguments)));
	}

	/** What the guard refused; its sentence begins with file and line. */
	void refused(String rule, Object[] arguments) {
		List<Object> rest = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : List.of();
		Object line = arguments.length > 1 ? arguments[1] : "";
		all.add(new Finding(file, String.valueOf(line), "refusal." + rule, rest));
	}

	List<Finding> all() {
		return List.copyOf(all);
	}
}
