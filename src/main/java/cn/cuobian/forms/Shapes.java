package cn.cuobian.forms;

import java.util.Locale;

import cn.cuobian.forms.Limits.Shape;

/** What an e-mail address and a phone number look like. Loose on purpose: only what cannot be one is refused. */
final class Shapes {

	private static final String EMAIL = "[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@.]{2,60}";
	private static final String PHONE = "\\+?[0-9][0-9 -]{4,18}[0-9]";

	private Shapes() {
	}

	static boolean fits(Field field, String text) {
		return switch (field.limits().shape()) {
			case EMAIL -> text.matches(EMAIL);
			case PHONE -> text.matches(PHONE);
			case FREE -> true;
		};
	}

	static String name(Field field) {
		var shape = field.limits().shape();
		return shape == Shape.EMAIL ? "an-email" : "a-" + shape.name().toLowerCase(Locale.ROOT);
	}
}
