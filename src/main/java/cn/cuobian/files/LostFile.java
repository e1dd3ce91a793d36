package cn.cuobian.files;

/** What lies under a name is not what was put there: nothing, or something else. */
public final class LostFile extends Exception {

	private static final long serialVersionUID = 1;

	private final boolean changed;

	LostFile(String object, boolean changed) {
		super("The object " + object + (changed ? " is not what was put into the store" : " is missing in the store"));
		this.changed = changed;
	}

	/** Something lies there. */
	public boolean isChanged() {
		return changed;
	}
}
