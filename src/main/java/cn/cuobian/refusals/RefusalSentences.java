package cn.cuobian.refusals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Puts a {@link Refusal} into words, for pages that show it beside their own form and for the API. */
@Component
public class RefusalSentences {

	private final MessageSource messages;

	RefusalSentences(MessageSource messages) {
		this.messages = messages;
	}

	/** The sentence of the rule; never empty, for a rule without a sentence shows its name. */
	public String sentence(Refusal refusal, Locale locale) {
		return messages.getMessage("refusal." + refusal.rule(), refusal.arguments(), refusal.rule(), locale);
	}

	/** Sentence by field name, in the order in which the refusals were found; those without a field are left out. */
	public Map<String, String> byField(Refusal refusal, Locale locale) {
		var sentences = new LinkedHashMap<String, String>();
		refusal.parts().stream().filter(part -> part.field() != null)
				.forEach(part -> sentences.putIfAbsent(part.field(), sentence(part, locale)));
		return sentences;
	}

	/** The refusal as RFC 9457 problem: {@code rule} is stable and for programs, {@code detail} is for people. */
	public ProblemDetail problem(Refusal refusal, Locale locale) {
		var problem = ProblemDetail.forStatusAndDetail(refusal.status(), sentence(refusal, locale));
		problem.setTitle(messages.getMessage("refusals.title." + refusal.status().value(), null,
				refusal.status().getReasonPhrase(), locale));
		problem.setProperty("rule", refusal.rule());
		var errors = errors(refusal, locale);
		if (!errors.isEmpty()) {
			problem.setProperty("errors", errors);
		}
		return problem;
	}

	private List<Map<String, String>> errors(Refusal refusal, Locale locale) {
		return refusal.parts().stream().filter(part -> part != refusal || part.field() != null)
				.map(part -> Map.of("field", part.field() == null ? "" : part.field(),
						"rule", part.rule(), "detail", sentence(part, locale)))
				.toList();
	}
}
