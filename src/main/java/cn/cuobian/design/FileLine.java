package cn.cuobian.design;

/**
 * A file of a draft, for its page.
 *
 * @param title what people call it; may be empty
 * @param mark {@code changed}, {@code added} or {@code removed}; null when it is as in the base
 * @param findings how many faults the gate finds in it
 * @param removable whether it may be taken out
 */
record FileLine(String path, String kind, String title, String mark, long findings, boolean removable) {

	public String name() {
		return Paths.name(path);
	}
}
