package cn.cuobian.dispute;

/**
 * What Java has to know of {@code bpmn/dispute/district_list.bpmn}: its key and the ids of the steps at which people
 * work or which end it.
 */
public final class DistrictListModel {

	public static final String KEY = "district_list";

	public static final String HOLD_MEETING = "user_hold_district_meeting";
	public static final String HANDLE_PART = "user_handle_part";
	public static final String FOLLOW_UP = "user_follow_up";

	public static final String ENDS_SETTLED = "end_list_settled";
	public static final String ENDS_SOLVED = "end_list_solved";

	private DistrictListModel() {
	}
}
