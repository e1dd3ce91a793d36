package cn.cuobian.dispute;

/**
 * What Java has to know of {@code bpmn/dispute/mediation.bpmn}: its key and the ids of the steps at which people work
 * or which end it.
 */
public final class MediationModel {

	public static final String KEY = "mediation";

	public static final String ASK_PARTIES = "user_ask_parties";
	public static final String MEDIATE = "user_mediate";
	public static final String TELL_ROUTES = "user_tell_routes";
	public static final String RECORD_CONFIRMATION = "user_record_confirmation";

	public static final String ENDS_AGREED = "end_mediation_agreed";
	public static final String ENDS_FAILED = "end_mediation_failed";

	private MediationModel() {
	}
}
