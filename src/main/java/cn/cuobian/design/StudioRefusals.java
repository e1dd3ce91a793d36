package cn.cuobian.design;

import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** Shows a page again with what was wrong and with what was typed, so that nobody types it twice. */
@Component
class StudioRefusals {

	private final RefusalSentences sentences;

	StudioRefusals(RefusalSentences sentences) {
		this.sentences = sentences;
	}

	/** @throws Refusal itself if there is no page to go back to */
	ModelAndView on(ModelAndView page, Refusal refusal, Map<String, ?> typed, Locale locale) {
		if (refusal.status() == HttpStatus.NOT_FOUND) {
			throw refusal;
		}
		page.addObject("refused", refusal.parts().stream().map(part -> sentences.sentence(part, locale)).toList());
		page.addObject("typed", typed);
		page.setStatus(refusal.status());
		return page;
	}
}
