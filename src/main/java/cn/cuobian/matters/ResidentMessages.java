package cn.cuobian.matters;

/** What the resident's acts are called in the drawings. Every kind of matter waits for {@link #WITHDRAWN} all the time. */
public final class ResidentMessages {

	public static final String RATED = "matter_rated";
	public static final String REOPENED = "matter_reopened";
	public static final String WITHDRAWN = "matter_withdrawn";

	private ResidentMessages() {
	}
}
