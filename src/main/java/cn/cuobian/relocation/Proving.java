package cn.cuobian.relocation;

import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import cn.cuobian.vault.Proof;
import cn.cuobian.vault.Proof.Result;

/** Reads everything again that the rooms can prove, in one house or the other. */
class Proving {

	private final List<Proof> proofs;

	Proving(List<Proof> proofs) {
		this.proofs = proofs.stream().sorted(Comparator.comparing(Proof::name)).toList();
	}

	/** By the name of the proof. */
	Map<String, Result> read(JdbcClient db) {
		var results = new TreeMap<String, Result>();
		proofs.forEach(proof -> results.put(proof.name(), proof.read(db)));
		return results;
	}

	static long broken(Map<String, Result> results) {
		return results.values().stream().mapToLong(result -> result.broken().size()).sum();
	}

	/** On this connection and in its transaction. */
	static JdbcClient on(Connection connection) {
		return JdbcClient.create(new SingleConnectionDataSource(connection, true));
	}
}
