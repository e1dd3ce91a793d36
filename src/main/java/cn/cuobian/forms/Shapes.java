package cn.cuobian.forms;

import java.util.Locale;

import cn.cuobian.forms.Limits.Shape;

/** What the texts of a field look like. Loose about phone numbers on purpose: only what cannot be one is refused. */
final class Shapes {

	private static final String PHONE = "\\+?[0-9][0-9 -]{4,18}[0-9]";

	private Shapes() {
	}

	static boolean fits(Field field, String text) {
		return switch (field.limits().shape()) {
			case EMAIL -> MailAddress.is(text);
			case PHONE -> text.matches(PHONE);
			case FREE -> true;
		};
	}

	static String name(Field field) {
		var shape = field.limits().shape();
		return shape == Shape.EMAIL ? "an-email" : "a-" + shape.name().toLowerCase(Locale.ROOT);
	}
}
