package cn.cuobian.design.desk;

import java.util.List;

/** What the gate finds wrong in files from the drawing tool; nothing of them was kept. */
public class Objections extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Objection> all;

	public Objections(List<Objection> all) {
		super(all.size() + " objections");
		this.all = List.copyOf(all);
	}

	/**
	 * One of them.
	 *
	 * @param line 0 where an element is named, or where it is about the file as a whole
	 */
	public record Objection(String file, String element, int line, String sentence) {
	}

	List<Objection> all() {
		return all;
	}
}
