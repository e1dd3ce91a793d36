package cn.cuobian.forms;

import java.util.Locale;

/** A text of a form in both languages; without an English text the Chinese one is shown. */
public record Label(String zh, String en) {

	/** No text at all. */
	public static final Label NONE = new Label("", "");

	public Label {
		zh = zh == null ? "" : zh;
		en = en == null || en.isBlank() ? zh : en;
	}

	/** The text for a reader of that language. */
	public String in(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
	}

	public boolean isEmpty() {
		return zh.isEmpty();
	}
}
