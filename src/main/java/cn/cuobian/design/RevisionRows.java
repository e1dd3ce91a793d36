package cn.cuobian.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every saving of every file; added and read, never changed. */
@Repository
class RevisionRows {

	private final JdbcClient db;

	RevisionRows(JdbcClient db) {
		this.db = db;
	}

	/** The last saving of each file until the given one. */
	List<Revision> latest(long draft, int until) {
		return db.sql("""
				select * from design_draft_file f where draft = ? and revision =
				(select max(g.revision) from design_draft_file g where g.draft = f.draft and g.path = f.path and g.revision <= ?)
				order by path""").params(draft, until).query(RevisionRows::revision).list();
	}

	/** Newest first. */
	List<Revision> all(long draft) {
		return db.sql("select * from design_draft_file where draft = ? order by revision desc, path").param(draft)
				.query(RevisionRows::revision).list();
	}

	/** The first of what was saved after the given revision, of one file. */
	List<Revision> since(long draft, String path, int revision) {
		return db.sql("select * from design_draft_file where draft = ? and path = ? and revision > ? order by revision desc")
				.params(draft, path, revision).query(RevisionRows::revision).list();
	}

	/** Everybody who ever saved something in the draft. */
	List<Long> hands(long draft) {
		return db.sql("select distinct changed_by from design_draft_file where draft = ?").param(draft).query(Long.class).list();
	}

	void insert(long draft, Revision saved) {
		db.sql("insert into design_draft_file (draft, path, revision, digest, changed, changed_by) values (?, ?, ?, ?, ?, ?)")
				.params(Arrays.asList(draft, saved.path(), saved.revision(), saved.digest(), Timestamp.from(saved.changed()), saved.changedBy()))
				.update();
	}

	private static Revision revision(ResultSet row, int number) throws SQLException {
		return new Revision(row.getString("path"), row.getInt("revision"), row.getString("digest"), row.getTimestamp("changed").toInstant(),
				row.getLong("changed_by"));
	}
}
