package cn.cuobian.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.vault.Proof;
import cn.cuobian.vault.Sha256;

/** Compares every file of drafts and versions with the digest it is known by, looks for those that are gone, and compares every version with its files. */
@Component
class DrawingCheck implements Proof {

	private record Version(String name, String digest) {
	}

	@Override
	public String name() {
		return "drawings";
	}

	@Override
	public Result read(JdbcClient db) {
		List<String> broken = new ArrayList<>();
		var contents = db.sql("select digest from design_content order by digest").query(String.class).list();
		contents.stream().filter(digest -> !Sha256.hex(content(db, digest)).equals(digest)).forEach(broken::add);
		broken.addAll(gone(db));
		var versions = versions(db);
		versions.forEach((version, files) -> {
			if (!VersionRows.digest(files).equals(version.digest())) {
				broken.add(version.name());
			}
		});
		return new Result(contents.size() + versions.size(), broken);
	}

	private static byte[] content(JdbcClient db, String digest) {
		return db.sql("select content from design_content where digest = ?").param(digest).query((row, number) -> row.getBytes(1)).single();
	}

	/** The database refuses to take them away; who owns it can make it forget that. */
	private static List<String> gone(JdbcClient db) {
		return db.sql("""
				select named.digest from (select digest from design_version_file union select digest from design_draft_file) named
				where named.digest is not null and not exists (select 1 from design_content c where c.digest = named.digest) order by 1""").query(String.class).list();
	}

	/** The digests of the files of each version. */
	private static Map<Version, Map<String, String>> versions(JdbcClient db) {
		Map<Version, Map<String, String>> versions = new LinkedHashMap<>();
		db.sql("""
				select v.bundle, v.version, v.digest, f.path, f.digest from design_version v
				left join design_version_file f on f.bundle = v.bundle and f.version = v.version order by v.bundle, v.version""").query(row -> {
			var files = versions.computeIfAbsent(new Version(row.getString(1) + ": " + row.getInt(2), row.getString(3)), first -> new TreeMap<>());
			if (row.getString(4) != null) {
				files.put(row.getString(4), row.getString(5));
			}
		});
		return versions;
	}
}
