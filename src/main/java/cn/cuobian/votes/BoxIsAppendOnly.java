package cn.cuobian.votes;

import cn.cuobian.refusals.AppendOnly;
import org.springframework.stereotype.Component;

/** Nobody rewrites a line of the box, an anchor or a secret paper; secret papers are shuffled at the close. */
@Component
class BoxIsAppendOnly extends AppendOnly {

	BoxIsAppendOnly() {
		super("46.29", "box_entry", "box_anchor");
		guardRows("box_paper");
	}
}
