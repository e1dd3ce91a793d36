package cn.cuobian.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import cn.cuobian.forms.Limits.Shape;
import tools.jackson.databind.JsonNode;

/** One component in the JSON of a form. */
final class ComponentNode {

	/** Features of form-js that the server would not check or that evaluate expressions outside {@code hide}. */
	private static final Set<String> REFUSED = Set.of("path", "valuesExpression", "isRepeating", "readonly", "disabled");
	private static final int LONGEST_LINE = 500;
	private static final int LONGEST_TEXT = 10_000;

	private final JsonNode node;

	ComponentNode(JsonNode node) {
		this.node = node;
	}

	FieldType type() {
		var type = node.path("type").asString("");
		return FieldType.of(type).orElseThrow(() -> new BrokenForm("component \"" + type + "\" is not offered here"));
	}

	void refuseWhatWeCannotHonour() {
		REFUSED.stream().filter(name -> node.has(name) && !node.path(name).isBoolean() || node.path(name).asBoolean(false))
			.findFirst().ifPresent(this::refuse);
		if (node.hasNonNull("valuesKey") && text("valuesKey") == null) {
			refuse("valuesKey");
		}
		if (type() == FieldType.DATETIME && !Moments.KINDS.contains(subtype())) {
			refuse("subtype \"" + subtype() + "\"");
		}
		if (validate().has("pattern")) {
			refuse("validate.pattern");
		}
		node.properties().stream().filter(entry -> isExpression(entry.getValue())).findFirst()
			.ifPresent(entry -> refuse(entry.getKey() + " with an expression"));
	}

	String text(String name) {
		var value = node.path(name);
		return value.isString() ? value.stringValue() : null;
	}

	Label label() {
		var name = switch (type()) {
			case TEXT -> "text";
			case DATETIME -> node.has("label") ? "label" : "time".equals(subtype()) ? "timeLabel" : "dateLabel";
			default -> "label";
		};
		var english = property(name + ".en");
		return new Label(text(name), english != null ? english : property("label.en"));
	}

	Label description() {
		return new Label(text("description"), property("description.en"));
	}

	boolean isRequired() {
		return validate().path("required").asBoolean(false);
	}

	Limits limits() {
		var longest = type() == FieldType.TEXTAREA ? LONGEST_TEXT : LONGEST_LINE;
		return new Limits(validate().path("minLength").asInt(0), validate().path("maxLength").asInt(longest),
				number("min"), number("max"), node.path("decimalDigits").asInt(0), shape());
	}

	String subtype() {
		var subtype = text("subtype");
		return type() != FieldType.DATETIME || subtype != null ? subtype : "date";
	}

	String defaultValue() {
		var value = node.path("defaultValue");
		return value.isValueNode() && !value.isNull() ? value.asString() : null;
	}

	String source() {
		return type().offers() ? text("valuesKey") : null;
	}

	List<Option> options() {
		var options = new ArrayList<Option>();
		if (type().offers()) {
			node.path("values").forEach(each -> options.add(option(each)));
			refuseOptionsThatCannotBePicked(options);
		}
		return options;
	}

	String hide() {
		var hide = node.path("conditional").path("hide").asString("").strip();
		return hide.isEmpty() ? null : hide.startsWith("=") ? hide.substring(1).strip() : hide;
	}

	JsonNode parts() {
		return node.path("components");
	}

	private void refuseOptionsThatCannotBePicked(List<Option> options) {
		if (options.isEmpty() == (source() == null)) {
			throw new BrokenForm("\"" + text("key") + "\" needs either values or a valuesKey");
		}
		if (options.stream().map(Option::value).distinct().count() < options.size()) {
			throw new BrokenForm("\"" + text("key") + "\" offers a value twice");
		}
	}

	private static Option option(JsonNode each) {
		var english = each.path("label.en").asString(each.path("properties").path("label.en").asString(null));
		return new Option(each.path("value").asString(null), new Label(each.path("label").asString(null), english));
	}

	private Shape shape() {
		return switch (validate().path("validationType").asString("custom")) {
			case "email" -> Shape.EMAIL;
			case "phone" -> Shape.PHONE;
			default -> Shape.FREE;
		};
	}

	private BigDecimal number(String name) {
		return validate().path(name).isMissingNode() ? null : Answers.number(validate().path(name).asString(""))
			.orElseThrow(() -> new BrokenForm("validate." + name + " is not a number"));
	}

	private JsonNode validate() {
		return node.path("validate");
	}

	private String property(String name) {
		return node.path("properties").path(name).asString(null);
	}

	private static boolean isExpression(JsonNode value) {
		return value.isString() && (value.stringValue().startsWith("=") || value.stringValue().contains("{{"));
	}

	private void refuse(String what) {
		throw new BrokenForm(what + " is not supported (component \"" + text("key") + "\")");
	}
}
