package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.CuobianTest;

/** What the command {@code verify-records} says of procedures of which somebody took a file away. */
@CuobianTest
class DrawingCheckTests {

	@Autowired
	private DrawingCheck check;
	@Autowired
	private Studio studio;
	@Autowired
	private JdbcClient db;
	@Autowired
	private JdbcTemplate template;
	@Autowired
	private TransactionTemplate transactions;

	@Test
	void aFileThatIsGoneIsNamedByItsDigest() {
		var bundle = studio.bundle();
		var digest = db.sql("select digest from design_version_file where bundle = ? and path = ?").params(bundle, Studio.model(bundle)).query(String.class).single();
		assertThat(check.read(db).broken()).doesNotContain(digest);
		assertThat(unguarded("delete from design_content where digest = ?", digest)).contains(digest);
		assertThat(check.read(db).broken()).doesNotContain(digest);
	}

	/** What the check says then; nothing of it is left for others to stumble on. */
	private List<String> unguarded(String act, String digest) {
		boolean postgres = Boolean.TRUE.equals(template.execute((Connection open) -> open.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
		if (!postgres) {
			db.sql("set referential_integrity false").update();
			db.sql("drop trigger design_content_is_append_only").update();
		}
		try {
			return transactions.execute(tampering -> {
				tampering.setRollbackOnly();
				if (postgres) {
					db.sql("set local session_replication_role = replica").update();
				}
				assertThat(db.sql(act).param(digest).update()).isOne();
				return check.read(db).broken();
			});
		} finally {
			if (!postgres) {
				db.sql("set referential_integrity true").update();
				db.sql("create trigger design_content_is_append_only before update, delete on design_content for each row"
						+ " call 'cn.cuobian.refusals.RefusesToRewrite'").update();
			}
		}
	}
}
