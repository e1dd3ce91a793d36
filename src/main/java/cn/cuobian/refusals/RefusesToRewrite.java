package cn.cuobian.refusals;

import java.sql.Connection;
import java.sql.SQLException;

import org.h2.api.Trigger;

/** What H2 calls before a line of a record is changed or deleted. Its name stands in databases: it is not renamed. */
public final class RefusesToRewrite implements Trigger {

	private String table;

	@Override
	public void init(Connection connection, String schema, String trigger, String on, boolean before, int type) {
		table = on;
	}

	@Override
	public void fire(Connection connection, Object[] old, Object[] changed) throws SQLException {
		throw new SQLException(table + " is append-only");
	}
}
