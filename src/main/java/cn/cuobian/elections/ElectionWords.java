package cn.cuobian.elections;

import java.util.Locale;

import cn.cuobian.forms.Label;
import cn.cuobian.worklist.SubjectSource.Kind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What procedures write for the public, in Chinese: it stands in notices and in the record of the vote. */
@Component
class ElectionWords {

	private final MessageSource messages;

	ElectionWords(MessageSource messages) {
		this.messages = messages;
	}

	/** A kind of subject, as the lists call it. */
	Kind kind(String type) {
		return new Kind(type, new Label(say("kind." + type), messages.getMessage("elections.words.kind." + type, null, Locale.ENGLISH)));
	}

	/** @param key below {@code elections.words} */
	String say(String key, Object... arguments) {
		return messages.getMessage("elections.words." + key, arguments, Locale.SIMPLIFIED_CHINESE);
	}
}
