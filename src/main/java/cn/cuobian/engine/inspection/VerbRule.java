package cn.cuobian.engine.inspection;

import org.w3c.dom.Element;

import cn.cuobian.engine.Expressions;
import cn.cuobian.engine.Expressions.Call;
import cn.cuobian.engine.Verbs;

/** Every call is a verb that exists, of the model's own room or of a lower one. */
final class VerbRule implements Rule {

	private final Expressions expressions;
	private final Verbs verbs;
	private final Rooms rooms;

	VerbRule(Expressions expressions, Verbs verbs, Rooms rooms) {
		this.expressions = expressions;
		this.verbs = verbs;
		this.rooms = rooms;
	}

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		drawing.elements().forEach(element -> Xml.said(element).forEach(text -> inspect(text, element, drawing, findings)));
		drawing.steps("serviceTask").stream().filter(step -> step.camunda("expression").isBlank())
				.forEach(step -> findings.add(step.id(), "no-verb"));
	}

	private void inspect(String text, Element element, Drawing drawing, Findings findings) {
		for (Call call : expressions.read(text).calls()) {
			if (!call.noun().equals("execution")) {
				inspect(call, Steps.idAround(element), drawing.file().room(), findings);
			}
		}
	}

	private void inspect(Call call, String id, String room, Findings findings) {
		String said = call.noun() + "." + call.verb();
		if (!verbs.has(call.noun(), call.verb(), call.arguments().size())) {
			findings.add(id, "unknown-verb", said, call.arguments().size());
		} else if (!rooms.mayCall(room, verbs.nouns().get(call.noun()).room())) {
			findings.add(id, "upward-verb", said, room);
		}
	}
}
