package cn.cuobian.twin;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.cuobian.engine.Feel;
import cn.cuobian.forms.Field;
import cn.cuobian.forms.FieldType;
import cn.cuobian.forms.FormSchema;
import cn.cuobian.forms.Limits;

/** Answers that a form accepts, made up. */
@ForTwin
@Component
class Guesses {

	/** Answers show fields, which show further fields: deeper than this no form goes. */
	private static final int DEEPEST = 6;
	private static final String WORDS = "trial";

	private final Feel feel;
	private final Clock clock;

	Guesses(Feel feel, Clock clock) {
		this.feel = feel;
		this.clock = clock;
	}

	/** @param turn a different one picks different options, so that a walk that comes by again goes another way */
	Map<String, Object> values(FormSchema form, int turn) {
		Map<String, Object> values = new HashMap<>();
		for (int depth = 0; depth < DEEPEST; depth++) {
			Set<String> shown = form.visible(values, feel);
			form.fields().stream().filter(field -> shown.contains(field.id()) && !values.containsKey(field.key()))
					.forEach(field -> values.put(field.key(), value(field, turn)));
		}
		return values;
	}

	private Object value(Field field, int turn) {
		if (field.type().offers()) {
			String option = field.options().isEmpty() ? "" : field.options().get(turn % field.options().size()).value();
			return field.type().takesMany() ? List.of(option) : option;
		}
		if (field.type() == FieldType.CHECKBOX) {
			return field.required() || turn % 2 == 0;
		}
		return switch (field.type()) {
			case NUMBER -> number(field.limits());
			case DATETIME -> moment(field.subtype());
			default -> text(field.limits());
		};
	}

	private static BigDecimal number(Limits limits) {
		if (limits.min() != null) {
			return limits.min();
		}
		return limits.max() != null && limits.max().signum() < 0 ? limits.max() : BigDecimal.ONE.min(limits.max() == null ? BigDecimal.ONE : limits.max());
	}

	private String moment(String subtype) {
		var tomorrow = LocalDateTime.now(clock).plusDays(1).withSecond(0).withNano(0);
		return switch (subtype) {
			case "time" -> tomorrow.toLocalTime().toString();
			case "datetime" -> tomorrow.toString();
			default -> tomorrow.toLocalDate().toString();
		};
	}

	private static String text(Limits limits) {
		return switch (limits.shape()) {
			case EMAIL -> "trial@twin.invalid";
			case PHONE -> "13800000000";
			case FREE -> WORDS.repeat(1 + limits.minLength() / WORDS.length()).substring(0,
					Math.min(Math.max(WORDS.length(), limits.minLength()), limits.maxLength()));
		};
	}
}
