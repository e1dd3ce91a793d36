package cn.cuobian.votes;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.vault.Proof;
import cn.cuobian.vault.Vault;

/** Computes the fingerprint of every frozen roll again, from its units, owners and salts. */
@Component
class RollCheck implements Proof {

	private final RollVault vault;

	RollCheck(Vault vault) {
		this.vault = new RollVault(vault);
	}

	private record Kept(long id, String title, String fingerprint) {
	}

	@Override
	public String name() {
		return "rolls";
	}

	@Override
	public Result read(JdbcClient db) {
		var lines = new RollLines(db, null, new RollOwners(db, null, vault), vault);
		List<Kept> rolls = db.sql("select id, title, fingerprint from roll where fingerprint is not null order by id")
				.query((row, number) -> new Kept(row.getLong(1), row.getString(2), row.getString(3))).list();
		return new Result(rolls.size(), rolls.stream().filter(roll -> !isWhole(lines, roll)).map(roll -> roll.id() + " " + roll.title()).toList());
	}

	private static boolean isWhole(RollLines lines, Kept roll) {
		try {
			return lines.fingerprint(roll.id()).equals(roll.fingerprint());
		} catch (IllegalStateException | IllegalArgumentException altered) {
			return false;
		}
	}
}
