package cn.cuobian.engine.inspection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

import cn.cuobian.engine.Expressions;

/** Nothing asks for what people write freely: it stays in the record, so the procedure would stop there. */
final class WordsRule implements Rule {

	private final Expressions expressions;

	WordsRule(Expressions expressions) {
		this.expressions = expressions;
	}

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		Set<String> words = words(house.formsAround(drawing));
		for (Element element : drawing.elements()) {
			Xml.said(element).flatMap(text -> expressions.read(text).facts().stream()).filter(words::contains).distinct()
					.forEach(fact -> findings.add(Steps.idAround(element), "words-asked", fact));
		}
	}

	/** A key that another form around offers as a decision may be meant so. */
	private static Set<String> words(List<FormAnswers> forms) {
		Set<String> words = forms.stream().flatMap(form -> form.words().stream()).collect(Collectors.toSet());
		forms.forEach(form -> form.options().keySet().stream().filter(key -> !form.words().contains(key)).forEach(words::remove));
		return words;
	}
}
