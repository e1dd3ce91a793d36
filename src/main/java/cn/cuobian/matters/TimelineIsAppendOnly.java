package cn.cuobian.matters;

import cn.cuobian.refusals.AppendOnly;
import org.springframework.stereotype.Component;

/** Nobody rewrites a line of a matter's record; the hash chain would show it too. */
@Component
class TimelineIsAppendOnly extends AppendOnly {

	TimelineIsAppendOnly() {
		super("50.3", "matter_event");
	}
}
