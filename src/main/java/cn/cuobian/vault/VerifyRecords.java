package cn.cuobian.vault;

import java.util.Comparator;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The command {@code verify-records}: reads every row of an H2 file, prints of each kind of record how many hold, and the first
 * bad line of each that does not. Ends with 1 if one does not.
 */
@Component
@ConditionalOnProperty(name = "cuobian.command", havingValue = "verify-records")
class VerifyRecords implements ApplicationRunner, ExitCodeGenerator {

	private final List<Proof> proofs;
	private final EveryRow rows;
	private final JdbcClient db;
	private boolean broken;

	VerifyRecords(List<Proof> proofs, EveryRow rows, JdbcClient db) {
		this.proofs = proofs.stream().sorted(Comparator.comparing(Proof::name)).toList();
		this.rows = rows;
		this.db = db;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		rows.read().ifPresent(all -> System.out.printf("rows: %d%n", all));
		for (var proof : proofs) {
			var result = proof.read(db);
			System.out.printf("%s: %d, broken: %d%n", proof.name(), result.records(), result.broken().size());
			result.broken().forEach(each -> System.out.println("  " + each));
			broken |= !result.broken().isEmpty();
		}
	}

	@Override
	public int getExitCode() {
		return broken ? 1 : 0;
	}
}
