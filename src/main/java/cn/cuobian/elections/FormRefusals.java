package cn.cuobian.elections;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a page again with what was typed and every sentence of what is wrong with it. */
@Component
class FormRefusals {

	private final RefusalSentences sentences;

	FormRefusals(RefusalSentences sentences) {
		this.sentences = sentences;
	}

	/** @throws Refusal the same, unless it is about what was typed */
	ModelAndView on(ModelAndView page, Refusal refusal, Map<String, String> typed, Locale locale) {
		if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT && refusal.status() != HttpStatus.CONFLICT) {
			throw refusal;
		}
		page.setStatus(refusal.status());
		page.addObject("typed", typed);
		page.addObject("wrong", sentences.byField(refusal, locale));
		page.addObject("refusal", refusal.parts().stream().map(part -> sentences.sentence(part, locale)).collect(Collectors.joining(" ")));
		return page;
	}
}
