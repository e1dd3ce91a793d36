package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the command {@code verify-records} says of a box whose sealed lines somebody worked on. */
class BoxCheckTests extends VotesInTheHouse {

	private static final String COPY = """
			insert into box_entry (vote_id, seq, at, kind, head_no, channel, payload, payload_sealed, hash)
			select vote_id, seq + 1, at, kind, head_no, channel, payload, payload_sealed, hash from box_entry where vote_id = ? and seq = ?""";

	@Autowired
	private BoxCheck check;
	@Autowired
	private TransactionTemplate transactions;
	@Autowired
	private JdbcTemplate template;

	private long vote;

	@BeforeEach
	void aBoxOfFiveLines() {
		var roll = roll(4);
		vote = open(plan(roll));
		roll.heads().forEach(head -> online(vote, head, "1=1;2=yes"));
		assertThat(broken()).isEmpty();
		guard("disable");
	}

	@AfterEach
	void guarded() {
		guard("enable");
	}

	/** The database refuses what these tests do; who owns the tables can take the guard away. */
	private void guard(String wanted) {
		if (Boolean.TRUE.equals(template.execute((Connection open) -> open.getMetaData().getDatabaseProductName().equals("PostgreSQL")))) {
			db.sql("alter table box_entry " + wanted + " trigger user").update();
		} else if (wanted.equals("disable")) {
			db.sql("drop trigger box_entry_is_append_only").update();
		} else {
			db.sql("create trigger box_entry_is_append_only before update, delete on box_entry for each row"
					+ " call 'cn.cuobian.refusals.RefusesToRewrite'").update();
		}
	}

	@Test
	void aSealedBallotThatDoesNotOpenIsNamedByItsLine() {
		var sealed = db.sql("select payload_sealed from box_entry where vote_id = ? and seq = 3").param(vote).query((row, n) -> row.getBytes(1)).single();
		sealed[sealed.length - 1] ^= 1;
		assertThat(brokenAfter("update box_entry set payload_sealed = ? where vote_id = ? and seq = 3", sealed, vote)).containsExactly(named(3));
	}

	@Test
	void aWordThatNoLineHasIsNamedByItsLine() {
		assertThat(brokenAfter("update box_entry set channel = 'PIGEON' where vote_id = ? and seq = 4", vote)).containsExactly(named(4));
	}

	@Test
	void aSealedBallotThatIsAddedOnceMoreAtTheEndIsNamed() {
		assertThat(brokenAfter(COPY, vote, 5)).containsExactly(named(6));
	}

	private String named(int line) {
		return vote + " 第一届业委会选举: " + line;
	}

	/** Nothing of it is left for others to stumble on. */
	private List<String> brokenAfter(String act, Object... parameters) {
		return transactions.execute(tampering -> {
			tampering.setRollbackOnly();
			assertThat(db.sql(act).params(parameters).update()).isOne();
			return broken();
		});
	}

	private List<String> broken() {
		return check.read(db).broken().stream().filter(each -> each.startsWith(vote + " ")).toList();
	}
}
