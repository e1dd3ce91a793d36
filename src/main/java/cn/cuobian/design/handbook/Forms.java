package cn.cuobian.design.handbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import cn.cuobian.design.reading.Phrase;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.forms.BrokenForm;
import cn.cuobian.forms.FieldType;
import cn.cuobian.forms.FormSchema;

/** The forms of a bundle, field by field as people see them. */
final class Forms {

	/** Hidden unless this answer was given. */
	private static final Pattern UNLESS = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)\\s*!=\\s*\"([^\"]*)\"");
	/** Hidden if it was given. */
	private static final Pattern IF = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)\\s*=\\s*\"([^\"]*)\"");

	private final Map<String, FormSchema> schemas = new HashMap<>();
	private final Locale language;
	private final Function<Object, String> say;

	Forms(Collection<ModelFile> files, Locale language, Function<Object, String> say) {
		this.language = language;
		this.say = say;
		files.stream().filter(file -> file.name().endsWith(".form")).forEach(this::read);
	}

	private void read(ModelFile file) {
		try {
			schemas.put(file.name().replace(".form", ""), FormSchema.parse(new String(file.content(), StandardCharsets.UTF_8)));
		} catch (BrokenForm notForUs) {
			schemas.remove(file.name()); // the page of the bundle says what is wrong with it
		}
	}

	List<Handbook.Field> of(String form) {
		List<Handbook.Field> fields = new ArrayList<>();
		Optional.ofNullable(schemas.get(form)).ifPresent(schema -> schema.items().forEach(item -> add(schema, item, fields)));
		return fields;
	}

	/** Notes that only tell what follows are left out: the ways on from the step say it. */
	private void add(FormSchema schema, cn.cuobian.forms.Field field, List<Handbook.Field> fields) {
		if (field.type() != FieldType.TEXT && !field.label().isEmpty()) {
			fields.add(new Handbook.Field(field.label().in(language), say.apply(new Phrase.Named("design.diff.field.type." + field.type().jsName(), field.type().jsName())),
					field.required(), options(field), field.description().in(language), when(schema, field.hide())));
		}
		field.parts().forEach(part -> add(schema, part, fields));
	}

	private List<String> options(cn.cuobian.forms.Field field) {
		return field.source() != null ? List.of(say.apply(Phrase.of("design.handbook.from-the-system"))) : field.options().stream().map(option -> option.label().in(language)).toList();
	}

	private String when(FormSchema schema, String hide) {
		if (hide == null) {
			return "";
		}
		var unless = UNLESS.matcher(hide);
		var hidden = IF.matcher(hide);
		if (unless.matches() || hidden.matches()) {
			var found = unless.matches() ? unless : hidden;
			var asked = schema.fields().stream().filter(field -> field.key().equals(found.group(1))).findFirst();
			return asked.map(field -> say.apply(Phrase.of(unless.matches() ? "design.handbook.when" : "design.handbook.when-not", field.label(), field.labelOf(found.group(2))))).orElse("");
		}
		return say.apply(Phrase.of("design.handbook.sometimes"));
	}
}
