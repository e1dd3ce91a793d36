package cn.cuobian.matters;

/**
 * What Java has to know of {@code bpmn/matters/close_matter.bpmn}, which every kind of matter may call: its key and the
 * ids of the steps at which people work or which end it.
 */
public final class ClosingModel {

	public static final String KEY = "close_matter";

	public static final String CARRY_OUT = "user_carry_out";
	public static final String VERIFY = "user_verify_result";
	public static final String GIVE_FEEDBACK = "user_give_feedback";

	public static final String ENDS_RATED = "end_matter_rated";
	public static final String ENDS_UNRATED = "end_matter_unrated";
	public static final String ENDS_REOPENED = "end_matter_reopened";

	private ClosingModel() {
	}
}
