package cn.cuobian.design.desk;

import java.time.Instant;
import java.util.List;

/**
 * Files that are now saved in a draft.
 *
 * @param draft number of the draft
 */
public record Deployed(long draft, String name, Instant at, List<Definition> definitions) {

	/** As an engine would call it; also what the pages for the tool's links understand. */
	public String id() {
		return "draft-" + draft;
	}

	/**
	 * A drawing or a table among them.
	 *
	 * @param id the one text that the tool shows after a deployment, so it says how things stand
	 * @param version the saving of the draft
	 * @param file name within the bundle
	 */
	public record Definition(String id, String key, String name, int version, String file) {

		boolean is(String kind) {
			return file.endsWith("." + kind);
		}
	}
}
