package cn.cuobian.engine.inspection;

import java.util.HashSet;
import java.util.Set;

/** A called procedure exists, is of the own room or a lower one, and never leads back to its caller. */
final class CallRule implements Rule {

	private final Rooms rooms;

	CallRule(Rooms rooms) {
		this.rooms = rooms;
	}

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		for (Step call : drawing.steps("callActivity")) {
			String called = call.element().getAttribute("calledElement");
			house.drawing(called).ifPresentOrElse(
					inner -> inspect(call, inner, drawing, house, findings),
					() -> findings.add(call.id(), "unknown-procedure", called));
		}
	}

	private void inspect(Step call, Drawing inner, Drawing drawing, House house, Findings findings) {
		if (!rooms.mayCall(drawing.file().room(), inner.file().room())) {
			findings.add(call.id(), "upward-procedure", inner.key());
		}
		if (leadsTo(inner, drawing.key(), house, new HashSet<>())) {
			findings.add(call.id(), "circular-call", inner.key());
		}
	}

	private static boolean leadsTo(Drawing from, String key, House house, Set<String> seen) {
		return from.key().equals(key) || seen.add(from.key()) && from.calls().stream()
				.anyMatch(called -> house.drawing(called).map(inner -> leadsTo(inner, key, house, seen)).orElse(false));
	}
}
