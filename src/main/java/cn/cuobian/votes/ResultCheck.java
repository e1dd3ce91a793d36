package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.vault.Proof;
import cn.cuobian.vault.Sha256;

/** Compares every counted result with the hash that was taken when it was counted. */
@Component
class ResultCheck implements Proof {

	private record Kept(String name, boolean same) {
	}

	@Override
	public String name() {
		return "results";
	}

	@Override
	public Result read(JdbcClient db) {
		List<String> broken = new ArrayList<>();
		var results = db.sql("select v.id, v.title, r.text, r.hash from vote_result r join vote v on v.id = r.vote_id order by v.id")
				.query((row, number) -> new Kept(row.getLong(1) + " " + row.getString(2), Sha256.hex(row.getString(3)).equals(row.getString(4)))).list();
		results.stream().filter(kept -> !kept.same()).map(Kept::name).forEach(broken::add);
		return new Result(results.size(), broken);
	}
}
