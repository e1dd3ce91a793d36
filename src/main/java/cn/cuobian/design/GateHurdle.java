package cn.cuobian.design;

import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The gate finds nothing, within the house as it is by now; and what is in force is taken over. */
@Component
@Order(1)
class GateHurdle implements Hurdle {

	private final Lint lint;
	private final Takeover takeover;
	private final MessageSource messages;

	GateHurdle(Lint lint, Takeover takeover, MessageSource messages) {
		this.lint = lint;
		this.takeover = takeover;
		this.messages = messages;
	}

	@Override
	public List<String> against(DraftFacts draft) {
		if (takeover.isOutdated(draft)) {
			return List.of(messages.getMessage("refusal.design.draft-outdated", null, LocaleContextHolder.getLocale()));
		}
		return lint.of(draft.id()).stream().map(Lint.Judged::sentence).toList();
	}
}
