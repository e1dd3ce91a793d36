package cn.cuobian.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.cuobian.design.BundleVersion.Origin;
import cn.cuobian.vault.Sha256;

/** Versions and the names of their files; added and read, never changed. */
@Repository
class VersionRows {

	private final JdbcClient db;

	VersionRows(JdbcClient db) {
		this.db = db;
	}

	List<String> bundles() {
		return db.sql("select distinct bundle from design_version order by bundle").query(String.class).list();
	}

	/** Newest first. */
	List<BundleVersion> of(String bundle) {
		return db.sql("select * from design_version where bundle = ? order by version desc").param(bundle).query(VersionRows::version).list();
	}

	/** What is in force: once people have published, files brought along by the program are only offered. */
	Optional<BundleVersion> current(String bundle) {
		return db.sql("""
				select * from design_version where bundle = ?
				order by case origin when 'SHIPPED' then 1 else 0 end, version desc fetch first 1 rows only""")
				.param(bundle).query(VersionRows::version).optional();
	}

	Optional<BundleVersion> find(String bundle, int version) {
		return db.sql("select * from design_version where bundle = ? and version = ?").params(bundle, version)
				.query(VersionRows::version).optional();
	}

	/** The newest that the program brought along. */
	Optional<BundleVersion> shipped(String bundle) {
		return db.sql("select * from design_version where bundle = ? and origin = 'SHIPPED' order by version desc fetch first 1 rows only")
				.param(bundle).query(VersionRows::version).optional();
	}

	/** Digest by path. */
	Map<String, String> digests(String bundle, int version) {
		Map<String, String> digests = new TreeMap<>();
		db.sql("select path, digest from design_version_file where bundle = ? and version = ?").params(bundle, version)
				.query(row -> { digests.put(row.getString(1), row.getString(2)); });
		return digests;
	}

	int next(String bundle) {
		return db.sql("select coalesce(max(version), 0) + 1 from design_version where bundle = ?").param(bundle).query(Integer.class).single();
	}

	/** @throws org.springframework.dao.DuplicateKeyException when another node or another person was first */
	void insert(BundleVersion version, Map<String, String> digests) {
		var row = new HashMap<String, Object>();
		row.put("bundle", version.bundle());
		row.put("version", version.version());
		row.put("origin", version.origin().name());
		row.put("title", version.title());
		row.put("reason", version.reason());
		row.put("author", version.author());
		row.put("approver", version.approver());
		row.put("published", Timestamp.from(version.published()));
		row.put("digest", version.digest());
		row.put("contains", version.contains());
		row.put("draft", version.draft());
		row.put("deployment", version.deployment());
		db.sql("""
				insert into design_version (bundle, version, origin, title, reason, author, approver, published, digest, contains, draft, deployment)
				values (:bundle, :version, :origin, :title, :reason, :author, :approver, :published, :digest, :contains, :draft, :deployment)""")
				.params(row).update();
		digests.forEach((path, digest) -> db.sql("insert into design_version_file (bundle, version, path, digest) values (?, ?, ?, ?)")
				.params(version.bundle(), version.version(), path, digest).update());
	}

	/** One digest for many files. */
	static String digest(Map<String, String> digests) {
		var all = new StringBuilder();
		new TreeMap<>(digests).forEach((path, digest) -> all.append(path).append(' ').append(digest).append('\n'));
		return Sha256.hex(all.toString());
	}

	private static BundleVersion version(ResultSet row, int number) throws SQLException {
		return new BundleVersion(row.getString("bundle"), row.getInt("version"), Origin.valueOf(row.getString("origin")), row.getString("title"),
				row.getString("reason"), row.getObject("author", Long.class), row.getObject("approver", Long.class),
				row.getTimestamp("published").toInstant(), row.getString("digest"), row.getInt("contains"), row.getObject("draft", Long.class),
				row.getString("deployment"));
	}
}
