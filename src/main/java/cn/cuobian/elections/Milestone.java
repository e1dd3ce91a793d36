package cn.cuobian.elections;

import java.util.Arrays;
import java.util.Optional;

/** What both schedules count days to, in order; each is reached when its step is done, or when a verb says so. */
enum Milestone {

	MANDATE("user_check_mandate"), GROUP("user_compose_group"), GROUP_PUBLIC(""), ROLL("user_freeze_roll"),
	NOMINATED("user_collect_nominations"), STREET(""), CITY(""), LIST("user_fix_list"), NOTICE(""), CANDIDATES_PUBLIC(""), OPENS(""),
	CLOSES(""), COUNTED(""), FIRST_MEETING("user_hold_first_meeting"), RESULT_PUBLIC(""), FILED("user_submit_filing");

	private final String element;

	Milestone(String element) {
		this.element = element;
	}

	static Optional<Milestone> of(String element) {
		return Arrays.stream(values()).filter(each -> each.element.equals(element)).findFirst();
	}
}
