package cn.cuobian.files;

/** The store did not answer in time, or did not do what was asked. Nothing is lost by it: come again. */
public final class StoreAway extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final boolean refused;

	StoreAway(String why, boolean refused, Throwable cause) {
		super(why, cause);
		this.refused = refused;
	}

	/** Whether it answered that it will not: then settings are wrong, here or there. */
	boolean isRefused() {
		return refused;
	}
}
