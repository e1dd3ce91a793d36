package cn.cuobian.votes;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.refusals.Refusal;

/**
 * What owners say against a roll where it hangs out as a public notice. It is an objection like one handed in at the desk:
 * the roll is not frozen while it is open, and one that was upheld is the ground of a correction.
 */
@Component
public class RollVoices {

	/** Nobody who works here: an owner spoke, on a public page. */
	private static final long AN_OWNER = 0;

	private final JdbcClient db;
	private final RollRows rolls;
	private final RollRecord record;
	private final RollVault vault;
	private final Clock clock;

	RollVoices(JdbcClient db, RollRows rolls, RollRecord record, RollVault vault, Clock clock) {
		this.db = db;
		this.rolls = rolls;
		this.record = record;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * Somebody objects to the notice of the roll.
	 *
	 * @param unit as he wrote it, perhaps nothing
	 * @param noticeObjection id of his objection there
	 * @throws Refusal 404 if there is no such roll
	 */
	@Transactional
	public void raised(long rollId, String unit, String words, long noticeObjection) {
		rolls.lock(rollId);
		var code = Normalizer.normalize(unit, Normalizer.Form.NFKC).replaceAll("\\s", "");
		var kept = code.substring(0, Math.min(UnitCells.LONGEST_CODE, code.length()));
		db.sql("""
				insert into roll_objection (roll_id, unit_code, words, raised, raised_by, state, notice_objection)
				values (?, ?, ?, ?, ?, 'OPEN', ?)""")
				.params(rollId, kept, vault.seal(rollId, "objection", words), Timestamp.from(clock.instant()), AN_OWNER, noticeObjection).update();
		record.add(rollId, RollAct.OBJECTED, kept, "", "", "", idOf(noticeObjection), AN_OWNER);
	}

	/** It was answered there; what never came from a notice of a roll is left alone. @param by person */
	@Transactional
	public void answered(long noticeObjection, boolean upheld, String answer, long by) {
		db.sql("select roll_id, unit_code from roll_objection where notice_objection = ? and state = 'OPEN'").param(noticeObjection)
				.query((row, n) -> new Raised(row.getLong(1), row.getString(2))).optional().ifPresent(raised -> {
					db.sql("update roll_objection set state = ?, answer = ?, answered = ?, answered_by = ? where notice_objection = ?")
							.params((upheld ? ObjectionState.UPHELD : ObjectionState.REJECTED).name(), vault.seal(raised.roll(), "objection", answer),
									Timestamp.from(clock.instant()), by, noticeObjection)
							.update();
					record.add(raised.roll(), RollAct.ANSWERED, raised.unit(), "", "", "", idOf(noticeObjection), by);
				});
	}

	private Long idOf(long noticeObjection) {
		return db.sql("select id from roll_objection where notice_objection = ?").param(noticeObjection).query(Long.class).single();
	}

	private record Raised(long roll, String unit) {
	}
}
