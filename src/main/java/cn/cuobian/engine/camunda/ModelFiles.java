package cn.cuobian.engine.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.inspection.ModelFile;

/**
 * The models and forms of the project, and those of the folders named in {@code cuobian.models.extra}, laid out alike:
 * {@code bpmn/<room>/…} and {@code forms/<room>/…}. A folder without rooms is a room by itself.
 */
@Component
class ModelFiles {

	private static final List<String> KINDS = List.of("bpmn", "dmn", "form");

	private final ResourcePatternResolver resources;
	private final List<String> extra;

	ModelFiles(ResourcePatternResolver resources, @Value("${cuobian.models.extra:}") List<String> extra) {
		this.resources = resources;
		this.extra = extra;
	}

	/** Rooms by name, each with its files in a fixed order. */
	Map<String, List<ModelFile>> byRoom() {
		Map<String, List<ModelFile>> rooms = new TreeMap<>();
		for (String folder : List.of("bpmn", "forms")) {
			find("classpath*:" + folder + "/").forEach(found -> add(rooms, found, after(path(found), "/" + folder + "/")));
		}
		extra.forEach(location -> addFolder(rooms, location));
		rooms.values().forEach(files -> files.sort((one, other) -> one.name().compareTo(other.name())));
		return rooms;
	}

	/** Of all files there are now, as {@link ModelFile#path()}. */
	Set<String> paths() {
		return byRoom().values().stream().flatMap(List::stream).map(ModelFile::path).collect(Collectors.toSet());
	}

	private void addFolder(Map<String, List<ModelFile>> rooms, String location) {
		String root = location.endsWith("/") ? location : location + "/";
		String name = root.replaceAll(".*[/:]([^/]+)/$", "$1");
		for (Resource found : find(root)) {
			String within = after(path(found), "/" + name + "/").replaceFirst("^(bpmn|forms)/", "");
			add(rooms, found, within.contains("/") ? within : name + "/" + within);
		}
	}

	/** @param path beginning with the room */
	private static void add(Map<String, List<ModelFile>> rooms, Resource resource, String path) {
		int slash = path.indexOf('/');
		if (slash < 0) {
			throw new IllegalStateException(path + " stands in no room: put it into a folder of its own");
		}
		String room = path.substring(0, slash);
		rooms.computeIfAbsent(room, name -> new ArrayList<>())
				.add(new ModelFile(room, path.substring(slash + 1), content(resource)));
	}

	private List<Resource> find(String root) {
		List<Resource> found = new ArrayList<>();
		for (String kind : KINDS) {
			try {
				found.addAll(List.of(resources.getResources(root + "**/*." + kind)));
			} catch (IOException e) {
				throw new UncheckedIOException("Cannot list the models in " + root, e);
			}
		}
		return found;
	}

	private static byte[] content(Resource resource) {
		try {
			return resource.getContentAsByteArray();
		} catch (IOException e) {
			throw new UncheckedIOException("Cannot read " + resource, e);
		}
	}

	private static String path(Resource resource) {
		try {
			return URLDecoder.decode(resource.getURL().getPath(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String after(String path, String marker) {
		return path.substring(path.lastIndexOf(marker) + marker.length());
	}
}
