package cn.cuobian.nodes;

/**
 * Something changed, on this node or another, and is committed. Whoever keeps a copy of it reads it anew.
 *
 * @param topic what changed; {@code *} after a time in which bells may have been missed
 */
public record BellRung(String topic) {

	static final BellRung ALL = new BellRung("*");

	/** Is it about this, or may it have been. */
	public boolean isAbout(String other) {
		return topic.equals(other) || equals(ALL);
	}
}
