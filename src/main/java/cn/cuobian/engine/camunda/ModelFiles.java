package cn.cuobian.engine.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

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

	/** Resources by room, then by name within the deployment, such as {@code matters/close_matter.bpmn}. */
	Map<String, Map<String, Resource>> byRoom() {
		Map<String, Map<String, Resource>> rooms = new HashMap<>();
		for (String folder : List.of("bpmn", "forms")) {
			for (String kind : KINDS) {
				find("classpath*:" + folder + "/**/*." + kind)
						.forEach(found -> put(rooms, after(path(found), "/" + folder + "/"), found));
			}
		}
		extra.forEach(location -> addFolder(rooms, location));
		return rooms;
	}

	private void addFolder(Map<String, Map<String, Resource>> rooms, String location) {
		String root = location.endsWith("/") ? location : location + "/";
		String name = root.replaceAll(".*[/:]([^/]+)/$", "$1");
		for (String kind : KINDS) {
			for (Resource found : find(root + "**/*." + kind)) {
				String within = after(path(found), "/" + name + "/").replaceFirst("^(bpmn|forms)/", "");
				put(rooms, within.contains("/") ? within : name + "/" + within, found);
			}
		}
	}

	private static void put(Map<String, Map<String, Resource>> rooms, String name, Resource resource) {
		rooms.computeIfAbsent(name.substring(0, name.indexOf('/')), room -> new HashMap<>()).put(name, resource);
	}

	private List<Resource> find(String pattern) {
		try {
			return List.of(resources.getResources(pattern));
		} catch (IOException e) {
			throw new UncheckedIOException("Cannot list the models in " + pattern, e);
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
