package cn.cuobian.votes;

import cn.cuobian.refusals.AppendOnly;
import org.springframework.stereotype.Component;

/** Nobody rewrites a line of a roll's record. */
@Component
class RollIsAppendOnly extends AppendOnly {

	RollIsAppendOnly() {
		super("46.11", "roll_change");
	}
}
