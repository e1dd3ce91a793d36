package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTests {

	private final Signer signer = Signer.made();

	@Test
	void anUntouchedArchivePassesInAProcessOfItsOwn(@TempDir Path folder) throws Exception {
		var vote = new ArchivedVote(1, 60, 80, 55);
		Files.write(folder.resolve("archive.zip"), vote.zip(signer));
		var run = Scrutineer.run(folder, "archive.zip", "--anchor", vote.lastAnchor(), "--key", signer.publicKey());
		assertThat(run.words()).contains("EVERYTHING FITS", "question 1 seats=3", signer.publicKey()).doesNotContain("--anchor");
		assertThat(run.exit()).isZero();
	}

	@Test
	void aChangedArchiveFailsInAProcessOfItsOwnAndNamesTheLine(@TempDir Path folder) throws Exception {
		byte[] zip = new ArchivedVote(1, 60, 80, 55).zip(signer);
		String text = new String(zip, StandardCharsets.ISO_8859_1);
		zip[text.indexOf("\n20,2026") + 5]++;
		Files.write(folder.resolve("archive.zip"), zip);
		var run = Scrutineer.run(folder, "archive.zip");
		assertThat(run.words()).contains("DOES NOT FIT").containsPattern("- box.csv line 21: the hash should be");
		assertThat(run.exit()).isOne();
	}

	@Test
	void wrongWordsOnTheCommandLineAreExplained(@TempDir Path folder) throws Exception {
		assertThat(Scrutineer.run(folder).exit()).isEqualTo(2);
		var run = Scrutineer.run(folder, "archive.zip", "--anchor", "x");
		assertThat(run.exit()).isEqualTo(2);
		assertThat(run.words()).contains("--anchor seq:hash");
	}

	@Test
	void itCountsEveryVoteAsTheTallyDoes() {
		for (int seed = 0; seed < 1000; seed++) {
			var vote = new ArchivedVote(seed, 3 + seed % 23, 30, 1 + seed % (3 + seed % 23));
			assertThat(Scrutineer.findings(vote.zip(signer), signer.publicKey(), vote.lastAnchor())).as("seed %d", seed).isEmpty();
		}
	}

	/** Computing time, so that it holds beside other work; with the start of Java and the compilation it takes about two seconds more. */
	@Test
	void fortyThousandBallotsAreCheckedWithinTenSeconds() {
		var vote = new ArchivedVote(3, 50_000, 50_000, 40_000);
		byte[] zip = vote.zip(signer);
		var threads = ManagementFactory.getThreadMXBean();
		long start = threads.getCurrentThreadCpuTime();
		assertThat(Scrutineer.findings(zip, signer.publicKey(), vote.lastAnchor())).isEmpty();
		assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(8));
	}
}
