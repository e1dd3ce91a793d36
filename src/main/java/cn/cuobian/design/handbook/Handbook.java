package cn.cuobian.design.handbook;

import java.util.List;

/**
 * All that people have to know about the procedures of a bundle, in one language.
 *
 * @param sources laws, documents and programmes from which the numbers come, each with where it is used
 */
public record Handbook(List<Procedure> procedures, List<Table> tables, List<Source> sources) {

	/**
	 * A procedure.
	 *
	 * @param automatic what the system does by itself
	 * @param exits how it may end
	 */
	public record Procedure(String key, String name, String about, Picture picture, List<Step> steps, List<String> automatic, List<String> exits) {
	}

	/**
	 * A step of people, or the call of another procedure.
	 *
	 * @param doing what is to be done; empty where nobody wrote it down
	 * @param post who does it; empty for a call
	 * @param standIn who does it while nobody holds the post; may be empty
	 * @param limit how long it may take, with its name; empty without one
	 * @param sources of the limit
	 * @param next what the reader is told about what follows; may be empty
	 * @param ways where it goes on from here
	 * @param meanwhile what may happen before it is done, such as becoming due
	 * @param sameForm number of the step that shows the same form already, or 0
	 */
	public record Step(int number, String id, String name, String doing, String post, String standIn, String limit, List<String> sources, String next,
			List<String> ways, List<String> meanwhile, List<Field> form, int sameForm) {
	}

	/**
	 * What a form asks.
	 *
	 * @param when in which case it is asked; empty: always
	 */
	public record Field(String label, String kind, boolean required, List<String> options, String hint, String when) {
	}

	/** A decision table. */
	public record Table(String key, String name, String note, List<String> heads, List<List<String>> rows) {
	}

	public record Source(String text, String usedBy) {
	}
}
