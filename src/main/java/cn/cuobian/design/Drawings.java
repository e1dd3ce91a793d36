package cn.cuobian.design;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Part;
import cn.cuobian.design.reading.Xml;
import cn.cuobian.engine.inspection.ModelFile;

/** What can be stood on in each drawing: its events, steps and gateways, with their names. */
final class Drawings {

	private static final Pattern NODE = Pattern.compile(".*(Event|Gateway|[tT]ask)|subProcess|callActivity");

	/** Model to element to name. */
	private final Map<String, Map<String, String>> models = new LinkedHashMap<>();
	private final Map<String, ModelFile> files = new LinkedHashMap<>();

	Drawings(Collection<ModelFile> house) {
		house.stream().filter(file -> Paths.kind(file.path()).equals("bpmn")).forEach(file -> files.put(Paths.key(file.path()), file));
	}

	/** A page asks for a few of a house's drawings, so each is read when it is asked for. */
	private Map<String, String> read(String model) {
		return files.containsKey(model) ? models.computeIfAbsent(model, key -> nodes(files.get(key))) : Map.of();
	}

	private static Map<String, String> nodes(ModelFile file) {
		Map<String, String> nodes = new LinkedHashMap<>();
		Xml.read(file.content()).map(Drawing::new).orElseGet(Drawing::none).parts().values().stream()
				.filter(part -> NODE.matcher(part.type()).matches()).forEach(part -> nodes.put(part.id(), name(part)));
		return nodes;
	}

	private static String name(Part part) {
		return part.name().zh().isBlank() ? part.id() : part.name().zh();
	}

	/** Keys of the models that lie in the bundle. */
	List<String> of(String bundle) {
		return files.entrySet().stream().filter(each -> each.getValue().room().equals(bundle)).map(Map.Entry::getKey).sorted().toList();
	}

	/** Ids of what can be stood on. */
	Collection<String> nodes(String model) {
		return read(model).keySet();
	}

	/** @param element as {@code model:element}, which is also what is answered for an unknown one */
	String name(String element) {
		int colon = element.indexOf(':');
		return known(element.substring(0, Math.max(0, colon)), element.substring(colon + 1)).orElse(element);
	}

	/** The element itself if it is unknown. */
	String name(String model, String element) {
		return known(model, element).orElse(element);
	}

	private Optional<String> known(String model, String element) {
		return Optional.ofNullable(read(model).get(element));
	}

	/** The name of an element of which the model is not known; the element itself if there is none. */
	String anywhere(String element) {
		return files.keySet().stream().map(model -> read(model).get(element)).filter(name -> name != null).findFirst().orElse(element);
	}

	Optional<String> xml(String model) {
		return Optional.ofNullable(files.get(model)).map(file -> new String(file.content(), StandardCharsets.UTF_8));
	}
}
