package cn.cuobian.design.diff;

import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Limits;
import cn.cuobian.design.reading.Part;
import cn.cuobian.design.reading.Phrase;

/** A drawing together with the time limits that hold beside it. */
record Side(Drawing drawing, Limits limits) {

	/** What an element is called, with what it is. */
	Object title(Part part) {
		if (part.isFlow()) {
			var from = called(part.fact("@sourceRef"));
			var to = called(part.fact("@targetRef"));
			return part.name().isEmpty() ? Phrase.of("design.diff.flow", from, to) : Phrase.of("design.diff.flow-named", part.name(), from, to);
		}
		return Phrase.of("design.diff.title", Phrase.of(type(part.type())), part.name().isEmpty() ? part.id() : part.name());
	}

	/** What an element is called; its id where it has no name. */
	Object called(String id) {
		var part = drawing.parts().get(id);
		if (part == null) {
			return id;
		}
		if (part.name().isEmpty() && part.isFlow()) {
			return Phrase.of("design.diff.flow-called", plain(part.fact("@sourceRef")), plain(part.fact("@targetRef")));
		}
		return plain(id);
	}

	private Object plain(String id) {
		var part = drawing.parts().get(id);
		return part == null || part.name().isEmpty() ? id : part.name();
	}

	/** A limit as a task or a timer names it: what it is called, its code, and how long that is. */
	Object clock(String code) {
		return Phrase.of("design.diff.clock", code, limits.resolved(code));
	}

	static String type(String type) {
		return "design.diff.type." + type;
	}
}
