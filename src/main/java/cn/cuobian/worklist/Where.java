package cn.cuobian.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A condition that grows, with its parameters in the order in which they stand. */
final class Where {

	private final StringBuilder sql;
	private final List<Object> parameters = new ArrayList<>();

	Where(String condition, Object... values) {
		sql = new StringBuilder(condition);
		parameters.addAll(Arrays.asList(values));
	}

	Where and(String condition, Object... values) {
		sql.append(" and ").append(condition);
		parameters.addAll(Arrays.asList(values));
		return this;
	}

	Where andEquals(String column, Object value) {
		return value == null ? this : and(column + " = ?", value);
	}

	String sql() {
		return sql.toString();
	}

	List<Object> parameters() {
		return parameters;
	}
}
