package cn.cuobian.engine.inspection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

import cn.cuobian.engine.Expressions;

/** What a gateway asks has been answered: the fact comes from somewhere, and the answer is one that a form offers. */
final class AnswerRule implements Rule {

	private static final Set<String> FACTS_OF_A_MATTER = Set.of("place", "kind", "scope");

	private final Expressions expressions;

	AnswerRule(Expressions expressions) {
		this.expressions = expressions;
	}

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		List<FormAnswers> forms = house.formsAround(drawing);
		for (Element condition : drawing.all(Xml.BPMN, "conditionExpression")) {
			String flow = Steps.idAround(condition);
			expressions.read(condition.getTextContent()).comparedWith()
					.forEach((fact, answers) -> inspect(flow, fact, answers, forms, drawing, findings));
		}
	}

	private static void inspect(String flow, String fact, Set<String> answers, List<FormAnswers> forms, Drawing drawing,
			Findings findings) {
		List<Set<String>> offers = forms.stream().map(FormAnswers::options).filter(options -> options.containsKey(fact))
				.map(options -> options.get(fact)).toList();
		if (offers.isEmpty()) {
			if (!FACTS_OF_A_MATTER.contains(fact) && !isSet(fact, drawing)) {
				findings.add(flow, "unknown-fact", fact);
			}
		} else if (offers.stream().noneMatch(Set::isEmpty) && !isSet(fact, drawing)) {
			Set<String> offered = offers.stream().flatMap(Set::stream).collect(Collectors.toSet());
			answers.stream().filter(answer -> !offered.contains(answer))
					.forEach(answer -> findings.add(flow, "unknown-answer", fact, answer));
		}
	}

	/** By a verb, a loop, or a hand-over between procedures. */
	private static boolean isSet(String fact, Drawing drawing) {
		return drawing.steps().stream().anyMatch(step -> fact.equals(step.camunda("resultVariable")))
				|| drawing.all(Xml.BPMN, "multiInstanceLoopCharacteristics").stream()
						.anyMatch(loop -> fact.equals(loop.getAttributeNS(Xml.CAMUNDA, "elementVariable")))
				|| drawing.all(Xml.CAMUNDA, "out").stream().anyMatch(out -> fact.equals(out.getAttribute("target")));
	}
}
