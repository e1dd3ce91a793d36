package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import cn.cuobian.PlainVisitor;
import cn.cuobian.TwoNodes;
import cn.cuobian.browser.PrintedBallots;
import cn.cuobian.browser.PrintedBallots.Ballot;

/**
 * F11: owners vote on screens and two officers read paper while nodes are killed and the database crashes; the officers close
 * in the midst of it. Size: {@code -Dcuobian.faults.vote.kills=8}.
 */
class VoteUnderFireFault {

	private static final int KILLS = Integer.getInteger("cuobian.faults.vote.kills", 8);
	/** The sheets of the third print are read from paper, the others online. */
	private static final List<Integer> PRINTS = List.of(0, 200, 400);
	private static final Duration PRINTING = Duration.ofMinutes(3);
	private static final String PASSWORD = "cuobian-demo-2026";

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--logging.level.root=warn", "--cuobian.votes.looks-per-hour=1000000");

	@TempDir
	private Path folder;

	private PlainVisitor officer;
	private long vote;

	@Test
	void whatTheBoxHoldsIsWhatTheOwnersWereTold() throws Exception {
		officer = PlainVisitor.signedIn(TOPOLOGY.base(), "election", PASSWORD);
		vote = count("select id from vote");
		officersPost("/codes", Map.of());
		var online = new ArrayList<Ballot>();
		var onPaper = new ArrayList<Ballot>();
		for (int after : PRINTS) {
			(after == PRINTS.get(PRINTS.size() - 1) ? onPaper : online).addAll(print(after));
		}
		long roll = rollHash();
		awaitOpening();
		try (var polls = new Polls(TOPOLOGY.base(), vote, online, onPaper, PASSWORD); var killer = new NodeKiller(TOPOLOGY)) {
			for (int kill = 0; kill < KILLS; kill++) {
				killer.waitAndKill();
				if (kill == KILLS / 2) {
					killer.awaitStarts(); // a start that finds no database ends, and the script, unlike docker, does not begin another
					TOPOLOGY.run("kill", "database");
					TOPOLOGY.run("run", "database");
				}
			}
			polls.officersFinish();
			killer.awaitStarts(); // the officer presses once; the owners go on voting
			timeIsUp();
			officersPost("/close", Map.of());
			assertThat(count("select count(*) from vote where closed is not null and id = " + vote)).as("closed").isOne();
			polls.end();
			assertThat(polls.cast()).as("ballots that were acknowledged").hasSizeGreaterThan(10 * KILLS);
			assertThat(rollHash()).as("the frozen roll").isEqualTo(roll);
			check(polls);
			new Findings("F11").saw("kills of a node", KILLS).saw("crashes of the database", 1).saw("ballots acknowledged online", polls.online())
					.saw("ballots from paper", polls.cast().size() - polls.online()).saw("pressed again for want of an answer", polls.repeated())
					.saw("came after the close, refused", polls.late()).write();
		}
	}

	/** Of the demonstration's vote, by a round a minute after its start. */
	private void awaitOpening() throws Exception {
		while (count("select count(*) from vote where opened is null and id = " + vote) > 0) {
			TimeUnit.SECONDS.sleep(1);
		}
	}

	/** The demonstration's vote lasts a week. */
	private void timeIsUp() throws SQLException {
		try (var db = TOPOLOGY.connection(); var statement = db.createStatement()) {
			statement.executeUpdate("update vote set closes = now() where id = " + vote);
		}
	}

	private void check(Polls polls) throws Exception {
		assertThat(count("select count(*) from cast_mark where vote_id = " + vote)).as("heads that voted").isEqualTo(polls.cast().size());
		var receipts = officer.page("/vote/box/" + vote + "/receipts.txt").lines().map(VoteUnderFireFault::compact).toList();
		assertThat(receipts).as("every receipt is in the box").doesNotHaveDuplicates().containsAll(polls.receipts().stream().map(VoteUnderFireFault::compact).toList());
		int papers = polls.cast().size() - polls.online();
		int sheets = (int) count("select count(*) from vote_code where vote_id = " + vote);
		officersPost("/evidence/reconciliation", Map.of("issued", sheets, "found", papers, "spoiled", 0, "unused", sheets - papers, "scrutineers", "王监票"));
		officersPost("/evidence/count", Map.of());
		byte[] archive = officer.fetch("/votes/" + vote + "/evidence", "/votes/" + vote + "/archive", Map.of("reason", "复核"), PRINTING);
		assertThat(tally(archive)).as("heads by question and choice").isEqualTo(polls.tally());
		verifyOffline(archive);
	}

	private static String compact(String receipt) {
		return receipt.replaceAll("[\\s\\p{Pd}]", "").toLowerCase(java.util.Locale.ROOT);
	}

	private void officersPost(String act, Map<String, ?> fields) throws IOException, InterruptedException {
		var page = "/votes/" + vote + (act.startsWith("/evidence") ? "/evidence" : "");
		var answer = officer.send(page, "/votes/" + vote + act, fields);
		assertThat(answer.statusCode()).as("%s: %s", act, answer.body()).isEqualTo(302);
	}

	private List<Ballot> print(int after) throws IOException, InterruptedException {
		return PrintedBallots.of(officer.fetch("/votes/" + vote + "/evidence", "/votes/" + vote + "/print/ballots", Map.of("after", after), PRINTING));
	}

	/** As {@link Polls#tally()} writes it. */
	private static Map<String, Integer> tally(byte[] archive) throws IOException {
		var tally = new TreeMap<String, Integer>();
		String question = "";
		for (var line : result(archive).lines().toList()) {
			question = line.startsWith("question ") ? line.split(" ")[1] : question;
			if (line.matches("(yes|no|abstain) area=\\d+ heads=\\d+")) {
				tally.put(question + "=" + line.split(" ")[0], Integer.valueOf(line.replaceAll(".*heads=", "")));
			}
		}
		return tally;
	}

	private static String result(byte[] archive) throws IOException {
		try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().endsWith("result.txt")) {
					return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
				}
			}
		}
		throw new AssertionError("no result in the archive");
	}

	/** As an owner does it: with the program that everybody may fetch, and nothing of ours. */
	private void verifyOffline(byte[] archive) throws IOException, InterruptedException {
		Files.write(folder.resolve("archive.zip"), archive);
		Files.writeString(folder.resolve("Verifier.java"), officer.page("/votes/verifier"));
		var run = new ProcessBuilder("java", "Verifier.java", "archive.zip").directory(folder.toFile()).redirectErrorStream(true).start();
		var words = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(run.waitFor()).as(words).isZero();
		assertThat(words).contains("EVERYTHING FITS");
	}

	private static long rollHash() throws SQLException {
		return count("select count(*) * 1000003 + sum(hashtext(u::text)) from roll_unit u");
	}

	private static long count(String sql) throws SQLException {
		try (var db = TOPOLOGY.connection()) {
			return new Invariants(db).count(sql);
		}
	}
}
