package cn.cuobian.design;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** No step is dropped at which matters wait, without a word where they go. Matters move: it is asked again when it is published. */
@Component
class PlacementHurdle implements Hurdle {

	private final Impacts impacts;
	private final RefusalSentences sentences;
	private final MessageSource messages;

	PlacementHurdle(Impacts impacts, RefusalSentences sentences, MessageSource messages) {
		this.impacts = impacts;
		this.sentences = sentences;
		this.messages = messages;
	}

	@Override
	public List<String> against(DraftFacts draft) {
		try {
			return impacts.of(draft).stream().filter(Impact::isHomeless).flatMap(this::sentence).toList();
		} catch (Refusal unreadable) {
			return List.of(sentences.sentence(unreadable, LocaleContextHolder.getLocale()));
		}
	}

	private Stream<String> sentence(Impact impact) {
		return impact.against().isEmpty() ? Stream.of(say("design.move.hurdle", impact.name(), impact.matters()))
				: impact.against().stream().map(why -> say("design.move.hurdle-against", impact.name(), impact.matters(), say("design.move.against." + why)));
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}
}
