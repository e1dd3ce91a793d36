package cn.cuobian.engine.inspection;

import cn.cuobian.engine.Expressions.Call;

/** Reads arguments of calls. */
final class Calls {

	private Calls() {
	}

	/** The text of an argument that is a quoted text; empty for anything else. */
	static String text(Call call, int argument) {
		String written = call.arguments().size() > argument ? call.arguments().get(argument) : "";
		boolean quoted = written.length() > 1 && "'\"".indexOf(written.charAt(0)) >= 0;
		return quoted ? written.substring(1, written.length() - 1) : "";
	}
}
