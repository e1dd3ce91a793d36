package cn.cuobian.matters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers like {@code QZ-2026-000123}: prefecture, year in the clock's zone, a count that starts again each year.
 * One database sequence per year, so nobody waits for anybody; a report that fails leaves a gap.
 */
@Component
class MatterNumbers {

	private final JdbcClient db;
	private final Clock clock;
	private final TransactionTemplate apart;
	private final Set<Integer> ready = ConcurrentHashMap.newKeySet();

	MatterNumbers(JdbcClient db, Clock clock, PlatformTransactionManager transactions) {
		this.db = db;
		this.clock = clock;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** The next number for a place; the path begins with the prefecture: {@code /qz/jj/…}. */
	String next(String placePath) {
		String prefecture = placePath.split("/", 3)[1];
		int year = LocalDate.now(clock).getYear();
		if (!ready.contains(year)) {
			create(year);
		}
		long count = db.sql("select nextval('" + sequence(year) + "')").query(Long.class).single();
		return "%s-%d-%06d".formatted(prefecture.toUpperCase(Locale.ROOT), year, count);
	}

	/** Apart from the report's transaction: creating a sequence would commit it. Two nodes may try at once. */
	private void create(int year) {
		try {
			apart.executeWithoutResult(status -> db
					.sql("create sequence if not exists " + sequence(year) + " start with 1 cache 1").update());
		} catch (DataAccessException otherNodeWasFirst) {
			db.sql("select nextval('" + sequence(year) + "')").query(Long.class).single();
		}
		ready.add(year);
	}

	private static String sequence(int year) {
		return "matter_number_" + year;
	}
}
