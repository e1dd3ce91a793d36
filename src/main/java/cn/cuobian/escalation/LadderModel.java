package cn.cuobian.escalation;

/**
 * What Java has to know of {@code bpmn/escalation/ladder.bpmn}: its key and the ids of the steps at which people work
 * or which end it. Nowhere else is one of them written down.
 */
public final class LadderModel {

	public static final String KEY = "ladder";

	public static final String SETTLE_AT_BUILDING = "user_settle_at_building";
	public static final String DELIBERATE_AT_HALL = "user_deliberate_at_hall";
	public static final String DELIBERATE_FAST = "user_deliberate_fast_at_hall";
	public static final String HOLD_JOINT_MEETING = "user_hold_joint_meeting";
	public static final String ASSIGN_DEPARTMENTS = "user_assign_departments";
	public static final String ASSIGN_FOR_LEADER = "user_assign_for_leader";
	public static final String HANDLE_ASSIGNMENT = "user_handle_assignment";
	public static final String ACCEPT_RESULTS = "user_accept_results";

	public static final String CLOSE = "call_close_matter";
	public static final String RESUME = "service_resume_matter";

	public static final String ENDS_CLOSED = "end_matter_closed";
	public static final String ENDS_WITHDRAWN = "end_matter_withdrawn";
	public static final String ENDS_REFUSED_AT_BUILDING = "end_refused_at_building";
	public static final String ENDS_REFUSED_AT_HALL = "end_refused_at_hall";
	public static final String ENDS_REFUSED_AT_MEETING = "end_refused_at_meeting";
	public static final String ENDS_REFUSED_AT_LEADER = "end_refused_at_leader";

	private LadderModel() {
	}
}
