package cn.cuobian.design;

import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Nothing is published that did not run by itself first, exactly as it was saved last. */
@Component
class TrialHurdle implements Hurdle {

	private final Trials trials;
	private final MessageSource messages;

	TrialHurdle(Trials trials, MessageSource messages) {
		this.trials = trials;
		this.messages = messages;
	}

	@Override
	public List<String> against(DraftFacts draft) {
		var trial = trials.of(draft.id(), draft.revision());
		if (trial.isEmpty()) {
			return List.of(say("design.dry.hurdle.no-trial"));
		}
		return trial.get().passed() ? List.of() : List.of(say("design.dry.hurdle.failed", trial.get().words()));
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}
}
