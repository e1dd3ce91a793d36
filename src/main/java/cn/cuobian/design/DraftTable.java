package cn.cuobian.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts themselves. Every change names the states it may leave, so that of two at once one finds nothing to change. */
@Repository
class DraftTable {

	private final JdbcClient db;

	DraftTable(JdbcClient db) {
		this.db = db;
	}

	Optional<DraftFacts> find(long id) {
		return db.sql("select * from design_draft where id = ?").param(id).query(DraftTable::facts).optional();
	}

	/** Drafts of a bundle that are not over, the one changed last first. */
	List<DraftFacts> alive(String bundle) {
		return db.sql("""
				select * from design_draft where bundle = ? and state in ('OPEN', 'RETURNED', 'SUBMITTED', 'APPROVED')
				order by changed desc, id desc""").param(bundle).query(DraftTable::facts).list();
	}

	/** Drafts of a bundle that were published or given up, the newest first. */
	List<DraftFacts> over(String bundle, int most) {
		return db.sql("""
				select * from design_draft where bundle = ? and state in ('PUBLISHED', 'WITHDRAWN')
				order by changed desc, id desc fetch first ? rows only""").params(bundle, most).query(DraftTable::facts).list();
	}

	long insert(DraftFacts draft) {
		var id = db.sql("select nextval('design_draft_seq')").query(Long.class).single();
		db.sql("""
				insert into design_draft (id, bundle, base, limits_base, contains, title, state, author, created, changed, changed_by, revision)
				values (?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, 0)""")
				.params(id, draft.bundle(), draft.base(), draft.limitsBase(), draft.contains(), draft.title(), draft.author(),
						Timestamp.from(draft.created()), Timestamp.from(draft.created()), draft.author()).update();
		return id;
	}

	/** Counts one saving more and holds the draft until the end of the transaction; false when it may not be drawn on. */
	boolean touch(long id, long person, Instant now) {
		return db.sql("""
				update design_draft set revision = revision + 1, changed = ?, changed_by = ?
				where id = ? and state in ('OPEN', 'RETURNED')""").params(Timestamp.from(now), person, id).update() == 1;
	}

	/** Holds a draft that may be drawn on until the end of the transaction; false when it may not. */
	boolean hold(long id) {
		return db.sql("update design_draft set changed = changed where id = ? and state in ('OPEN', 'RETURNED')").param(id).update() == 1;
	}

	void rebase(long id, int base, int limitsBase, int contains) {
		db.sql("update design_draft set base = ?, limits_base = ?, contains = ? where id = ?").params(base, limitsBase, contains, id).update();
	}

	/** @param revision what was submitted, as the reader saw it */
	boolean submit(long id, int revision, String reason, Instant now) {
		return db.sql("""
				update design_draft set state = 'SUBMITTED', reason = ?, submitted = ?, approver = null, decided = null, decision = null
				where id = ? and revision = ? and state in ('OPEN', 'RETURNED')""").params(reason, Timestamp.from(now), id, revision).update() == 1;
	}

	/** Back to who draws it, whatever had been decided. */
	boolean reopen(long id, DraftState as) {
		return db.sql("""
				update design_draft set state = ?, approver = null, decided = null, decision = null
				where id = ? and state in ('SUBMITTED', 'APPROVED')""").params(as.name(), id).update() == 1;
	}

	boolean approve(long id, int revision, long approver, String words, Instant now) {
		return db.sql("""
				update design_draft set state = 'APPROVED', approver = ?, decided = ?, decision = ?
				where id = ? and revision = ? and state = 'SUBMITTED'""").params(approver, Timestamp.from(now), words, id, revision).update() == 1;
	}

	boolean publish(long id) {
		return db.sql("update design_draft set state = 'PUBLISHED' where id = ? and state = 'APPROVED'").param(id).update() == 1;
	}

	boolean withdraw(long id) {
		return db.sql("update design_draft set state = 'WITHDRAWN' where id = ? and state in ('OPEN', 'RETURNED')").param(id).update() == 1;
	}

	private static DraftFacts facts(ResultSet row, int number) throws SQLException {
		return new DraftFacts(row.getLong("id"), row.getString("bundle"), row.getInt("base"), row.getInt("limits_base"), row.getInt("contains"),
				row.getString("title"), DraftState.valueOf(row.getString("state")), row.getLong("author"),
				row.getTimestamp("created").toInstant(), row.getTimestamp("changed").toInstant(), row.getLong("changed_by"), row.getInt("revision"),
				row.getString("reason"), instant(row, "submitted"), row.getObject("approver", Long.class), instant(row, "decided"),
				row.getString("decision"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		var at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}
}
