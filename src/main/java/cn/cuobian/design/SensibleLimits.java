package cn.cuobian.design;

import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A row of the time limits that nobody can count would stop every matter that begins its clock. */
@Component
class SensibleLimits implements Hurdle {

	private final Drafts drafts;
	private final MessageSource messages;

	SensibleLimits(Drafts drafts, MessageSource messages) {
		this.drafts = drafts;
		this.messages = messages;
	}

	@Override
	public List<String> against(DraftFacts draft) {
		return new LimitTable(drafts.content(draft.id(), Paths.LIMITS)).broken().stream()
				.map(rule -> messages.getMessage("design.editor.limit-broken", new Object[] { rule }, LocaleContextHolder.getLocale())).toList();
	}
}
