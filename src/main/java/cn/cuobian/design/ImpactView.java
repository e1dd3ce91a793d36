package cn.cuobian.design;

import java.util.List;
import java.util.Map;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** What the page of a draft shows of the matters under way; a drawing that cannot be read yet hides them, not the page. */
@Component
class ImpactView {

	private final Impacts impacts;
	private final RefusalSentences sentences;

	ImpactView(Impacts impacts, RefusalSentences sentences) {
		this.impacts = impacts;
		this.sentences = sentences;
	}

	/** Names of the template's model. */
	Map<String, Object> of(DraftFacts draft) {
		try {
			return Map.of("impact", impacts.of(draft));
		} catch (Refusal unreadable) {
			return Map.of("impact", List.of(), "impactHidden", sentences.sentence(unreadable, LocaleContextHolder.getLocale()));
		}
	}
}
