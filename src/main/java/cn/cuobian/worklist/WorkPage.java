package cn.cuobian.worklist;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param next where the next page begins; empty on the last one
 */
public record WorkPage(List<WorkItem> items, Optional<String> next) {

	public WorkPage {
		items = List.copyOf(items);
	}
}
