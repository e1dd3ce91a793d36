package cn.cuobian.elections;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a page again with what was typed and every sentence of what is wrong with it. */
@Component
class FormRefusals {

	/** Whoever mends a hundred lines uploads again. */
	private static final int MOST_LINES = 100;

	private final RefusalSentences sentences;
	private final MessageSource messages;

	FormRefusals(RefusalSentences sentences, MessageSource messages) {
		this.sentences = sentences;
		this.messages = messages;
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

	/** A sentence for each line of a list, with its number. */
	List<String> lines(NominationErrors errors, Locale locale) {
		return errors.lines().stream().limit(MOST_LINES)
				.map(line -> messages.getMessage("elections.line", new Object[] { line.number(), sentences.sentence(line.refusal(), locale) }, locale))
				.toList();
	}
}
