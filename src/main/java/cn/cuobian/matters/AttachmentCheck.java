package cn.cuobian.matters;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.vault.Proof;
import cn.cuobian.vault.Sha256;

/** Compares every file that lies in its row with the fingerprint that was taken when it came. */
@Component
class AttachmentCheck implements Proof {

	private static final String NEXT = """
			select a.id, m.number, a.name, a.sha256, a.content from matter_attachment a join matter m on m.id = a.matter_id
			where a.id > ? and a.content is not null order by a.id fetch first 1 rows only""";

	private record Kept(long id, String name, boolean same) {
	}

	@Override
	public String name() {
		return "attachments";
	}

	@Override
	public Result read(JdbcClient db) {
		long read = 0;
		List<String> broken = new ArrayList<>();
		for (var kept = after(db, 0); kept != null; kept = after(db, kept.id())) {
			read++;
			if (!kept.same()) {
				broken.add(kept.name());
			}
		}
		return new Result(read, broken);
	}

	/** One at a time: each may be as large as an upload. */
	private static Kept after(JdbcClient db, long id) {
		return db.sql(NEXT).param(id).query((row, number) -> new Kept(row.getLong(1), row.getString(2) + ": " + row.getString(3),
				Sha256.hex(row.getBytes(5)).equals(row.getString(4)))).optional().orElse(null);
	}
}
