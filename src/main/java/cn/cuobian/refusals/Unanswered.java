package cn.cuobian.refusals;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionSystemException;

/** Whether something failed because the database did not answer, or not in time: nothing is wrong with what was asked. */
final class Unanswered {

	/**
	 * Classes of SQL states: connection lost (08), rolled back to end a deadlock (40), out of connections or disk (53), ended by an
	 * operator or a restart (57), not to be locked in time (55, H2: HY).
	 */
	private static final Set<String> STATES = Set.of("08", "40", "53", "55", "57", "HY");

	private Unanswered() {
	}

	static boolean isWhy(Throwable failure) {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof TransientDataAccessException || cause instanceof DataAccessResourceFailureException
					|| cause instanceof SQLException said && isAway(said) || cause instanceof TransactionSystemException broken && isWhyItBroke(broken)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Where the line is lost, the rollback fails too, and its own failure hides why there was one; when it is lost right before the
	 * commit, nothing tells but the pool, whose word that a connection is closed has no SQL state. What a server says has one.
	 */
	private static boolean isWhyItBroke(TransactionSystemException broken) {
		return broken.getApplicationException() != null ? isWhy(broken.getApplicationException())
				: broken.getCause() instanceof SQLException said && said.getSQLState() == null;
	}

	private static boolean isAway(SQLException said) {
		return said instanceof SQLTransientException || said instanceof SQLRecoverableException || said instanceof SQLNonTransientConnectionException
				|| said.getSQLState() != null && said.getSQLState().length() == 5 && STATES.contains(said.getSQLState().substring(0, 2));
	}
}
