package cn.cuobian.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A condition that grows, with its parameters in the order in which they stand. */
final class Where {

	private final StringBuilder sql = new StringBuilder();
	private final List<Object> parameters = new ArrayList<>();

	Where and(String condition, Object... values) {
		sql.append(sql.isEmpty() ? "" : " and ").append(condition);
		parameters.addAll(Arrays.asList(values));
		return this;
	}

	Where andEquals(String column, Object value) {
		return value == null ? this : and(column + " = ?", value);
	}

	boolean isEmpty() {
		return sql.isEmpty();
	}

	String sql() {
		return sql.toString();
	}

	List<Object> parameters() {
		return parameters;
	}
}
