package cn.cuobian.elections;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What procedures write for the public, in Chinese: it stands in notices and in the record of the vote. */
@Component
class ElectionWords {

	private final MessageSource messages;

	ElectionWords(MessageSource messages) {
		this.messages = messages;
	}

	/** @param key below {@code elections.words} */
	String say(String key, Object... arguments) {
		return messages.getMessage("elections.words." + key, arguments, Locale.SIMPLIFIED_CHINESE);
	}
}
