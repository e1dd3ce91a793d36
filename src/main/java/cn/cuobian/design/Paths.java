package cn.cuobian.design;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import cn.cuobian.engine.inspection.ModelFile;

/** Names of files as {@link ModelFile#path()}: the room, a slash, the name. */
final class Paths {

	/** The bundle of the time limits, and the one table that every draft carries along. */
	static final String CLOCKS = "clocks";
	static final String LIMITS = "clocks/time-limits.dmn";

	private Paths() {
	}

	static ModelFile file(String path, byte[] content) {
		return new ModelFile(bundle(path), name(path), content);
	}

	/** @param contents by path */
	static List<ModelFile> files(Map<String, byte[]> contents) {
		return contents.entrySet().stream().map(entry -> file(entry.getKey(), entry.getValue()))
				.sorted(Comparator.comparing(ModelFile::path)).toList();
	}

	static String bundle(String path) {
		return path.substring(0, path.indexOf('/'));
	}

	static String name(String path) {
		return path.substring(path.indexOf('/') + 1);
	}

	/** {@code bpmn}, {@code dmn} or {@code form}. */
	static String kind(String path) {
		return path.substring(path.lastIndexOf('.') + 1);
	}

	/** The name without its ending: the key of what the file holds. */
	static String key(String path) {
		return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
	}
}
