package cn.cuobian.design;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.cuobian.engine.inspection.ModelFile;

/** What can be stood on in each drawing: its events, steps and gateways, with their names. */
final class Drawings {

	private static final Pattern NODE = Pattern.compile("<(?:\\w+:)?(?:startEvent|endEvent|intermediate(?:Catch|Throw)Event|boundaryEvent|task|\\w+Task|\\w+Gateway|subProcess|callActivity)\\b[^>]*>");
	private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
	private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");

	/** Model to element to name. */
	private final Map<String, Map<String, String>> models = new LinkedHashMap<>();
	private final Map<String, ModelFile> files = new LinkedHashMap<>();

	Drawings(Collection<ModelFile> house) {
		house.stream().filter(file -> file.name().endsWith(".bpmn")).forEach(this::read);
	}

	private void read(ModelFile file) {
		String key = file.name().substring(file.name().lastIndexOf('/') + 1, file.name().length() - ".bpmn".length());
		Map<String, String> nodes = new LinkedHashMap<>();
		NODE.matcher(new String(file.content(), StandardCharsets.UTF_8)).results().forEach(found -> {
			Matcher id = ID.matcher(found.group());
			Matcher name = NAME.matcher(found.group());
			if (id.find()) {
				nodes.put(id.group(1), name.find() && !name.group(1).isBlank() ? name.group(1) : id.group(1));
			}
		});
		models.put(key, nodes);
		files.put(key, file);
	}

	/** Keys of the models that lie in the bundle. */
	List<String> of(String bundle) {
		return files.entrySet().stream().filter(each -> each.getValue().room().equals(bundle)).map(Map.Entry::getKey).sorted().toList();
	}

	/** Ids of what can be stood on. */
	Collection<String> nodes(String model) {
		return models.getOrDefault(model, Map.of()).keySet();
	}

	/** @param element as {@code model:element} */
	String name(String element) {
		int colon = element.indexOf(':');
		return models.getOrDefault(element.substring(0, Math.max(0, colon)), Map.of()).getOrDefault(element.substring(colon + 1), element);
	}

	/** The name of an element of which the model is not known; the element itself if there is none. */
	String anywhere(String element) {
		return models.values().stream().map(nodes -> nodes.get(element)).filter(name -> name != null).findFirst().orElse(element);
	}

	Optional<String> xml(String model) {
		return Optional.ofNullable(files.get(model)).map(file -> new String(file.content(), StandardCharsets.UTF_8));
	}
}
