package cn.cuobian.engine.inspection;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.w3c.dom.Element;

import cn.cuobian.engine.Expressions;

/** What a gateway asks has been answered: the fact comes from somewhere, and the answer is one that a form offers. */
final class AnswerRule implements Rule {

	private static final Set<String> FACTS_OF_A_MATTER = Set.of("place", "kind", "scope");

	private final Expressions expressions;

	AnswerRule(Expressions expressions) {
		this.expressions = expressions;
	}

	/** What the condition of a flow asks: whether the fact is one of these answers. */
	private record Question(String flow, String fact, Set<String> answers) {
	}

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		List<FormAnswers> forms = house.formsAround(drawing);
		for (Element condition : drawing.all(Xml.BPMN, "conditionExpression")) {
			String flow = Steps.idAround(condition);
			expressions.read(condition.getTextContent()).comparedWith().entrySet().stream()
					.map(compared -> new Question(flow, compared.getKey(), compared.getValue()))
					.filter(question -> !isSet(question.fact(), drawing))
					.forEach(question -> inspect(question, forms, findings));
		}
	}

	private static void inspect(Question question, List<FormAnswers> forms, Findings findings) {
		List<Set<String>> offers = forms.stream().map(form -> form.options().get(question.fact())).filter(Objects::nonNull).toList();
		if (offers.isEmpty() && !FACTS_OF_A_MATTER.contains(question.fact())) {
			findings.add(question.flow(), "unknown-fact", question.fact());
		}
		boolean allKnown = !offers.isEmpty() && offers.stream().noneMatch(Set::isEmpty);
		question.answers().stream().filter(answer -> allKnown && offers.stream().noneMatch(offered -> offered.contains(answer)))
				.forEach(answer -> findings.add(question.flow(), "unknown-answer", question.fact(), answer));
	}

	/** By a verb, a loop, or a hand-over between procedures. */
	private static boolean isSet(String fact, Drawing drawing) {
		return drawing.steps().stream().anyMatch(step -> fact.equals(step.camunda("resultVariable")))
				|| drawing.all(Xml.BPMN, "multiInstanceLoopCharacteristics").stream()
						.anyMatch(loop -> fact.equals(loop.getAttributeNS(Xml.CAMUNDA, "elementVariable")))
				|| drawing.all(Xml.CAMUNDA, "out").stream().anyMatch(out -> fact.equals(out.getAttribute("target")));
	}
}
