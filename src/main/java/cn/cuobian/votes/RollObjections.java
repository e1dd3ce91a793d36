package cn.cuobian.votes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/**
 * Objections against a roll, as owners hand them in on paper or by telephone; each is answered, with the reason, before
 * the roll is frozen. One that was upheld is what a correction after the freeze needs.
 */
@Component
class RollObjections {

	/** Longest objection and longest answer, in characters. */
	static final int LONGEST = 1_000;

	private final JdbcClient db;
	private final RollRows rolls;
	private final RollRights rights;
	private final RollRecord record;
	private final RollVault vault;
	private final Clock clock;

	RollObjections(JdbcClient db, RollRows rolls, RollRights rights, RollRecord record, RollVault vault, Clock clock) {
		this.db = db;
		this.rolls = rolls;
		this.rights = rights;
		this.record = record;
		this.vault = vault;
		this.clock = clock;
	}

	/** @param unit as the owner calls it; it need not be in the roll, for that may be the objection */
	@Transactional
	public long raise(long rollId, String unit, String words, Viewer viewer) {
		var roll = rolls.lock(rollId);
		rights.require(viewer, roll);
		var code = RollTable.plain(unit == null ? "" : unit).replaceAll("\\s", "");
		if (code.isEmpty() || code.length() > UnitCells.LONGEST_CODE) {
			throw Refusal.onField("unit", "votes.roll-objection-unit");
		}
		var key = new GeneratedKeyHolder();
		db.sql("insert into roll_objection (roll_id, unit_code, words, raised, raised_by, state) values (?, ?, ?, ?, ?, 'OPEN')")
				.params(rollId, code, vault.seal(rollId, "objection", words(words, "words")), Timestamp.from(clock.instant()), viewer.personId())
				.update(key, "id");
		var id = key.getKeyAs(Long.class);
		record.add(rollId, RollAct.OBJECTED, code, "", "", "", id, viewer.personId());
		return id;
	}

	/** @throws Refusal 409 if it was answered before */
	@Transactional
	public void answer(long rollId, long id, boolean upheld, String answer, Viewer viewer) {
		var roll = rolls.lock(rollId);
		rights.require(viewer, roll);
		var objection = find(rollId, id).orElseThrow(Refusal::notFound);
		if (!objection.isOpen()) {
			throw new Refusal("votes.roll-objection-answered").status(HttpStatus.CONFLICT);
		}
		if (isFromNotice(id)) {
			throw new Refusal("votes.roll-objection-at-notice").status(HttpStatus.CONFLICT);
		}
		db.sql("update roll_objection set state = ?, answer = ?, answered = ?, answered_by = ? where id = ?")
				.params((upheld ? ObjectionState.UPHELD : ObjectionState.REJECTED).name(), vault.seal(rollId, "objection", words(answer, "answer")),
						Timestamp.from(clock.instant()), viewer.personId(), id).update();
		record.add(rollId, RollAct.ANSWERED, objection.unit(), "", "", "", id, viewer.personId());
	}

	Optional<RollObjection> find(long roll, long id) {
		return db.sql("select * from roll_objection where roll_id = ? and id = ?").params(roll, id).query(this::objection).optional();
	}

	/** The open ones first, then the latest. */
	List<RollObjection> of(long roll) {
		return db.sql("select * from roll_objection where roll_id = ? order by case state when 'OPEN' then 0 else 1 end, id desc").param(roll)
				.query(this::objection).list();
	}

	/** One to a public notice is answered there, for whoever reads the notice. */
	private boolean isFromNotice(long id) {
		return db.sql("select count(*) from roll_objection where id = ? and notice_objection is not null").param(id).query(Integer.class)
				.single() > 0;
	}

	int open(long roll) {
		return db.sql("select count(*) from roll_objection where roll_id = ? and state = 'OPEN'").param(roll).query(Integer.class).single();
	}

	private static String words(String text, String field) {
		var words = text == null ? "" : text.strip();
		if (words.length() < RollReason.SHORTEST || words.length() > LONGEST) {
			throw Refusal.onField(field, "votes.roll-objection-words", String.valueOf(RollReason.SHORTEST), String.valueOf(LONGEST));
		}
		return words;
	}

	private RollObjection objection(ResultSet row, int number) throws SQLException {
		var roll = row.getLong("roll_id");
		var answered = row.getTimestamp("answered");
		return new RollObjection(row.getLong("id"), row.getString("unit_code"), vault.open(roll, "objection", row.getBytes("words")),
				row.getTimestamp("raised").toInstant(), row.getLong("raised_by"), ObjectionState.valueOf(row.getString("state")),
				vault.open(roll, "objection", row.getBytes("answer")), answered == null ? null : answered.toInstant(),
				row.getObject("answered_by", Long.class));
	}
}
