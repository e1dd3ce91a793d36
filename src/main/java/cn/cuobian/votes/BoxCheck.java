package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.vault.Proof;
import cn.cuobian.vault.Vault;
import cn.cuobian.votes.BoxEntry.Kind;

/**
 * Reads the chain of every box again, from the roll it hangs on to the head in the row of the vote, with its published
 * marks and the papers of a secret vote. Ballots of an open box are opened for their hash only, and shown to nobody.
 */
@Component
class BoxCheck implements Proof {

	private final Sealing sealing;

	BoxCheck(Vault vault) {
		this.sealing = new Sealing(vault);
	}

	private record Kept(long id, String title, boolean secret, long seq, String head, String fingerprint) {
	}

	@Override
	public String name() {
		return "boxes";
	}

	@Override
	public Result read(JdbcClient db) {
		var boxes = db.sql("""
				select v.id, v.title, v.openness, v.seq, v.head_hash, r.fingerprint from vote v join roll r on r.id = v.roll_id
				where v.opened is not null order by v.id""").query((row, number) -> new Kept(row.getLong(1), row.getString(2),
				row.getString(3).equals(Openness.SECRET.name()), row.getLong(4), row.getString(5), row.getString(6))).list();
		List<String> broken = new ArrayList<>();
		for (var box : boxes) {
			long bad = firstBad(db, box);
			if (bad > 0) {
				broken.add(box.id() + " " + box.title() + ": " + bad);
			}
		}
		return new Result(boxes.size(), broken);
	}

	/** 0 if all is well. */
	private long firstBad(JdbcClient db, Kept box) {
		var rows = new BoxRows(db, sealing);
		long line = 0;
		var previous = box.fingerprint();
		Map<Long, String> hashes = new HashMap<>();
		for (var readable : rows.readable(box.id())) {
			line++;
			if (readable.isEmpty()) {
				return line;
			}
			var entry = readable.get();
			var hash = BoxEntry.hash(previous, line, entry.at(), entry.kind(), entry.headNo(), entry.channel(), entry.payload());
			if (entry.seq() != line || !hash.equals(entry.hash()) || entry.kind() == Kind.CLOSED && !papersAre(db, box, entry.payload())) {
				return line;
			}
			previous = hash;
			hashes.put(line, hash);
		}
		boolean whole = line == box.seq() && previous.equals(box.head())
				&& rows.anchors(box.id()).stream().allMatch(anchor -> anchor.hash().equals(hashes.get(anchor.seq())));
		return whole ? 0 : line + 1;
	}

	private boolean papersAre(JdbcClient db, Kept box, String hash) {
		try {
			return !box.secret() || new SecretPapers(db, null, sealing).hash(box.id()).equals(hash);
		} catch (IllegalStateException altered) {
			return false;
		}
	}
}
