package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Prints what the papers of 571 households and the check of 40,000 ballots take. */
class EvidenceBenchmark extends VotesInTheHouse {

	@Autowired
	Prints prints;

	private static <T> T timed(String what, Callable<T> act) throws Exception {
		var threads = ManagementFactory.getThreadMXBean();
		long start = System.nanoTime();
		long computing = threads.getCurrentThreadCpuTime();
		T made = act.call();
		System.out.printf("%s: %d ms, %d ms of them computing%s%n", what, (System.nanoTime() - start) / 1_000_000,
				(threads.getCurrentThreadCpuTime() - computing) / 1_000_000,
				made instanceof byte[] bytes ? ", " + bytes.length / 1024 + " KiB" : "");
		return made;
	}

	@Test
	void papersOf571Households() throws Exception {
		long vote = openWithCodes(plan(roll(571)));
		var facts = votes.of(vote);
		prints.print(Printable.PROXY, facts);
		timed("notice of two pages", () -> prints.print(Printable.NOTICE, facts));
		var sheets = timed("571 codes", () -> codes.print(vote, 0, 571, officer));
		timed("571 ballots", () -> prints.ballots(facts, sheets));
	}

	@Test
	void checkOf40000Ballots(@TempDir Path folder) throws Exception {
		var vote = new ArchivedVote(3, 50_000, 50_000, 40_000);
		Files.write(folder.resolve("archive.zip"), timed("archive of 40,000 ballots", () -> vote.zip(Signer.made())));
		var run = timed("java Verifier.java, 50,000 units, 40,000 ballots", () -> Scrutineer.run(folder, "archive.zip", "--anchor", vote.lastAnchor()));
		assertThat(run.words()).contains("EVERYTHING FITS");
	}
}
