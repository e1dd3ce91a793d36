package cn.cuobian.forms;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import cn.cuobian.refusals.Refusal;

/** Checks the raw answer to one field and types it; what is wrong is added to the errors. */
final class FieldCheck {

	/** What fits one process variable; longer texts belong to the record. */
	private static final int LONGEST_DECISION = 200;

	private final Field field;
	private final List<Refusal> errors;

	FieldCheck(Field field, List<Refusal> errors) {
		this.field = field;
		this.errors = errors;
	}

	/** The typed answer, or empty when there is none or it was refused. */
	Optional<Object> read(Object value) {
		if (field.type() == FieldType.CHECKBOX) {
			return ticked(value);
		}
		if (Answers.isEmpty(value)) {
			return field.required() ? refuse("required") : Optional.empty();
		}
		if (!field.type().takesMany() && value instanceof Collection<?>) {
			return refuse("one-answer-only");
		}
		return switch (field.type()) {
			case NUMBER -> number(value);
			case RADIO, SELECT -> option(value.toString());
			case CHECKLIST, TAGLIST -> options(Answers.many(value));
			case DATETIME -> Moments.read(field.subtype(), value.toString()).or(() -> refuse("not-a-" + field.subtype()));
			default -> text(value);
		};
	}

	private Optional<Object> ticked(Object value) {
		if (!Answers.isEmpty(value) && !Answers.isTicked(value) && !Boolean.FALSE.equals(value)
				&& !"false".equals(value)) {
			return refuse("not-yes-or-no");
		}
		return field.required() && !Answers.isTicked(value) ? refuse("must-be-ticked")
				: Optional.of(Answers.isTicked(value));
	}

	private Optional<Object> number(Object value) {
		var number = Answers.number(value).map(BigDecimal::stripTrailingZeros);
		if (number.isEmpty()) {
			return refuse("not-a-number");
		}
		var error = outOfBounds(number.get());
		error.ifPresent(errors::add);
		return error.isPresent() ? Optional.empty() : Optional.of(plain(number.get()));
	}

	private Optional<Refusal> outOfBounds(BigDecimal number) {
		var limits = field.limits();
		if (limits.min() != null && number.compareTo(limits.min()) < 0) {
			return Optional.of(error("too-small", limits.min().toPlainString()));
		}
		if (limits.max() != null && number.compareTo(limits.max()) > 0) {
			return Optional.of(error("too-large", limits.max().toPlainString()));
		}
		return number.scale() > limits.decimals() ? Optional.of(error("too-many-decimals", limits.decimals()))
				: Optional.empty();
	}

	/** Whole numbers as Long; others as text, for the engine takes no decimals. */
	private static Object plain(BigDecimal number) {
		return number.scale() <= 0 && number.precision() - number.scale() <= 18 ? (Object) number.longValueExact()
				: number.toPlainString();
	}

	private Optional<Object> option(String value) {
		return field.offers(value) ? Optional.of(value) : refuse("not-offered");
	}

	private Optional<Object> options(List<String> picked) {
		if (!picked.stream().allMatch(field::offers)) {
			return refuse("not-offered");
		}
		var joined = String.join(",", picked);
		return joined.length() > LONGEST_DECISION ? refuse("too-many-picked") : Optional.of(joined);
	}

	private Optional<Object> text(Object value) {
		if (!(value instanceof String raw)) {
			return refuse("not-a-text");
		}
		var text = raw.strip().replaceAll("[\\p{Cc}&&[^\n\t]]", "");
		var length = text.codePointCount(0, text.length());
		if (length > field.limits().maxLength()) {
			return refuse("too-long", field.limits().maxLength(), length);
		}
		if (length < field.limits().minLength()) {
			return refuse("too-short", field.limits().minLength());
		}
		return Shapes.fits(field, text) ? Optional.of(text) : refuse("not-" + Shapes.name(field));
	}

	private Optional<Object> refuse(String rule, Object... args) {
		errors.add(error(rule, args));
		return Optional.empty();
	}

	private Refusal error(String rule, Object... args) {
		return Refusal.onField(field.key(), "forms." + rule, args);
	}
}
