package cn.cuobian.engine.inspection;

import java.nio.charset.StandardCharsets;

/**
 * One file of the models.
 *
 * @param room whose procedures it draws; only that room's verbs and those of lower ones may be called
 * @param name within the room, such as {@code close_matter.bpmn}
 */
public record ModelFile(String room, String name, byte[] content) {

	public static ModelFile of(String room, String name, String content) {
		return new ModelFile(room, name, content.getBytes(StandardCharsets.UTF_8));
	}

	/** Its name within the deployment. */
	public String path() {
		return room + "/" + name;
	}

	/** The name without its ending, which is the key of what it holds. */
	String key() {
		return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
	}

	boolean is(String kind) {
		return name.endsWith("." + kind);
	}
}
