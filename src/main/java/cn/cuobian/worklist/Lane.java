package cn.cuobian.worklist;

import cn.cuobian.worklist.WorkFilter.Sort;

/**
 * One ordered index read: the tasks offered to one post, taken by one person, or lying in one territory. A list is one
 * lane, or several merged.
 *
 * @param from the table
 * @param condition on what the index begins with
 * @param leading the columns the index begins with
 * @param alias of the table
 * @param free whether only what nobody has taken lies in it
 */
record Lane(String from, String condition, String leading, String alias, Object value, boolean free) {

	/** @param taken whether the tasks somebody has taken, or the others */
	static Lane group(String group, boolean taken) {
		return new Lane("work_offer o", "o.group_key = ? and o.taken = " + taken, "o.group_key, o.taken", "o", group, !taken);
	}

	static Lane assignee(long personId) {
		return new Lane("work_item w", "w.assignee = ?", "w.assignee", "w", personId, false);
	}

	/** @param column of the place's level */
	static Lane territory(String column, String place) {
		return new Lane("work_item w", "w." + column + " = ?", "w." + column, "w", place, false);
	}

	String column(Sort sort) {
		return alias + "." + switch (sort) {
			case DUE -> "due";
			case NEWEST -> "opened";
			case NUMBER -> "number";
		};
	}

	/**
	 * The lane narrowed by what only a task's own row tells. Looked up row by row: joined, H2 may begin with the wrong
	 * table and walk through all of it for every row of the other.
	 */
	void narrow(Where lane, Where item) {
		if (alias.equals("w")) {
			lane.and(item.sql(), item.parameters().toArray());
		} else {
			lane.and("exists (select 1 from work_item w where w.task_id = o.task_id and " + item.sql() + ")",
					item.parameters().toArray());
		}
	}

	String taskId() {
		return alias + ".task_id";
	}

	/** The leading columns stand in the order too: without it H2 sorts instead of following the index. */
	String order(Sort sort) {
		var way = sort == Sort.NEWEST ? " desc" : "";
		return leading + ", " + column(sort) + way + ", " + taskId() + way;
	}
}
