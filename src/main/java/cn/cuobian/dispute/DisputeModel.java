package cn.cuobian.dispute;

/**
 * What Java has to know of {@code bpmn/dispute/dispute.bpmn}: its key and the ids of the steps at which people work or
 * which end it.
 */
public final class DisputeModel {

	public static final String KEY = "dispute";

	public static final String CONVENE = "user_convene_parties";
	public static final String DELIBERATE = "user_deliberate_jointly";
	public static final String DELIBERATE_FOR_BRANCH = "user_deliberate_for_branch";
	public static final String CARRY_OUT = "user_carry_out";
	public static final String GIVE_FEEDBACK = "user_give_feedback";

	public static final String MEDIATE = "call_mediate";
	public static final String LIST = "call_district_list";
	public static final String CONVENE_AGAIN = "service_convene_again";

	public static final String ENDS_RATED = "end_dispute_rated";
	public static final String ENDS_UNRATED = "end_dispute_unrated";
	public static final String ENDS_MEDIATED = "end_dispute_mediated";
	public static final String ENDS_REFUSED = "end_dispute_refused";
	public static final String ENDS_WITHDRAWN = "end_dispute_withdrawn";

	private DisputeModel() {
	}
}
