package cn.cuobian.forms;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** Reads a form for one subject, with the options its named sources have to offer today. */
@Component
public class Forms {

	private final Map<String, FormOptions> sources;

	Forms(List<FormOptions> sources) {
		this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(FormOptions::key, Function.identity()));
	}

	/**
	 * The form as it is asked about this subject.
	 *
	 * @throws BrokenForm when the schema is not one we accept, or names a source that does not exist
	 */
	public FormSchema read(String json, String subject) {
		return FormSchema.parse(json).offering(name -> source(name).options(subject));
	}

	/** Whether a form may name this source of options. */
	public boolean knows(String source) {
		return sources.containsKey(source);
	}

	private FormOptions source(String name) {
		var source = sources.get(name);
		if (source == null) {
			throw new BrokenForm("no option source \"" + name + "\"");
		}
		return source;
	}
}
