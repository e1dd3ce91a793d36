package cn.cuobian.elections;

import cn.cuobian.refusals.AppendOnly;
import org.springframework.stereotype.Component;

/** Nobody rewrites a line of an election's record. */
@Component
class LogIsAppendOnly extends AppendOnly {

	LogIsAppendOnly() {
		super("55.9", "election_line");
	}
}
