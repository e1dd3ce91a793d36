package cn.cuobian.matters;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.files.FileStore;
import cn.cuobian.files.LostFile;
import cn.cuobian.files.StoreAway;
import cn.cuobian.vault.Proof;

/** Fetches every file that lies in the store and compares it with the fingerprint that was taken when it came. */
@Component
class ObjectCheck implements Proof {

	private static final String NEXT = """
			select a.id, m.number, a.name, a.sha256, a.object_name from matter_attachment a join matter m on m.id = a.matter_id
			where a.id > ? and a.object_name is not null order by a.id fetch first 1 rows only""";

	private final FileStore store;

	ObjectCheck(FileStore store) {
		this.store = store;
	}

	private record Named(long id, String matter, String name, String sha256, String object) {
	}

	@Override
	public String name() {
		return "objects";
	}

	/** A store that does not answer ends the reading, as a broken line of its own: of the rest nothing is known. */
	@Override
	public Result read(JdbcClient db) {
		long read = 0;
		List<String> broken = new ArrayList<>();
		try {
			for (var named = after(db, 0); named != null; named = after(db, named.id())) {
				read++;
				requireWhole(named, broken);
			}
		} catch (StoreAway e) {
			broken.add("? " + e.getMessage());
		}
		return new Result(read, broken);
	}

	private void requireWhole(Named named, List<String> broken) {
		try {
			store.get(named.object(), named.sha256());
		} catch (LostFile e) {
			broken.add(named.matter() + ": " + named.name() + ": " + e.getMessage());
		}
	}

	private static Named after(JdbcClient db, long id) {
		return db.sql(NEXT).param(id).query((row, number) -> new Named(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
				row.getString(5))).optional().orElse(null);
	}
}
