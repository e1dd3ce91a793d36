package cn.cuobian.relocation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;

import cn.cuobian.vault.Proof.Result;

/** Speaks to the administrator at the terminal, in Chinese unless he asked for another language. */
class Speech {

	private static final int NAMED = 10;

	private final MessageSource messages;
	private Locale locale = Locale.CHINA;

	Speech(MessageSource messages) {
		this.messages = messages;
	}

	void in(Locale wanted) {
		locale = wanted;
	}

	void say(String key, Object... details) {
		System.out.println(messages.getMessage("relocation." + key, details, locale));
	}

	void say(Hindrance hindrance) {
		say("hindrance." + hindrance.reason(), hindrance.details());
	}

	/** Each table that holds something. */
	void rows(Map<String, Long> counts) {
		counts.forEach((table, rows) -> {
			if (rows > 0) {
				say("rows", table, String.valueOf(rows));
			}
		});
		say("rows-all", counts.size(), String.valueOf(counts.values().stream().mapToLong(Long::longValue).sum()));
	}

	/** What each proof came to, and the first of what is broken. */
	void proofs(Map<String, Result> results) {
		results.forEach((name, result) -> {
			var what = messages.getMessage("relocation.proof." + name, null, locale);
			say(result.broken().isEmpty() ? "whole" : "broken", what, String.valueOf(result.records()), result.broken().size());
			result.broken().stream().limit(NAMED).forEach(each -> say("broken-one", each));
		});
	}

	static String listed(List<String> names) {
		return String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + (names.size() > NAMED ? " …" : "");
	}
}
