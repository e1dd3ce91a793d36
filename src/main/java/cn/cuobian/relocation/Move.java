package cn.cuobian.relocation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import org.springframework.dao.DataAccessException;

import cn.cuobian.vault.Proof.Result;

/**
 * Carries everything over in one transaction of the target. It is committed only when every table has arrived in full
 * and every proof says of the target what it says of the source; whoever dies before leaves the target as empty as it was.
 */
class Move {

	private final NewHouse target;
	private final Carrier carrier;
	private final Proving proving;
	private final Speech speech;

	Move(NewHouse target, Carrier carrier, Proving proving, Speech speech) {
		this.target = target;
		this.carrier = carrier;
		this.proving = proving;
		this.speech = speech;
	}

	/**
	 * @param proven what the proofs said of the source
	 * @throws Hindrance if it failed; then nothing was moved
	 */
	void run(OldHouse from, Map<String, Result> proven) {
		furnish();
		try (var to = target.connect()) {
			to.setAutoCommit(false);
			carryOrNothing(from, to, proven);
			to.setAutoCommit(true);
			// or the first questions are planned as if the tables were still empty
			Carrier.execute(to, "analyze");
		} catch (SQLException | DataAccessException e) {
			throw new Hindrance("target-failed", e.getMessage());
		}
	}

	/** Both Flyway and the engine have exceptions of their own: no right to make tables, for one. */
	private void furnish() {
		try {
			target.furnish();
		} catch (RuntimeException e) {
			throw new Hindrance("target-failed", e.getMessage());
		}
	}

	private void carryOrNothing(OldHouse from, Connection to, Map<String, Result> proven) throws SQLException {
		boolean arrived = false;
		try {
			requireEmpty(to);
			var carried = carrier.carry(from, to);
			requireSame(from, to, proven);
			to.commit();
			arrived = true;
			speech.rows(carried);
		} finally {
			if (!arrived && !to.isClosed()) {
				to.rollback();
			}
		}
	}

	/** Asked once more where nobody else can come in between any longer. */
	private static void requireEmpty(Connection to) {
		var inhabited = NewHouse.inhabited(Proving.on(to));
		if (!inhabited.isEmpty()) {
			throw new Hindrance("target-not-empty", Speech.listed(inhabited));
		}
	}

	private void requireSame(OldHouse from, Connection to, Map<String, Result> proven) {
		var differing = Carrier.differing(from, Proving.on(to));
		if (!differing.isEmpty()) {
			throw new Hindrance("counts-differ", Speech.listed(differing));
		}
		var arrived = proving.read(Proving.on(to));
		speech.say("arrived");
		speech.proofs(arrived);
		if (!arrived.equals(proven)) {
			throw new Hindrance("changed-on-the-way");
		}
	}
}
