package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/**
 * F6: the disk of the database is full while residents report. Its data lie on a disk of memory of a known size, which only root can
 * make. For how long: {@code -Dcuobian.faults.full-seconds=20}; the disk: {@code -Dcuobian.faults.disk=400m}.
 */
class FullDiskFault {

	private static final int FULL_SECONDS = Integer.getInteger("cuobian.faults.full-seconds", 20);
	private static final String SIZE = System.getProperty("cuobian.faults.disk", "400m");
	private static final Duration EVERY = Duration.ofMillis(500);
	private static final int RESIDENTS = 3;
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=error");

	private static Path disk;

	@BeforeAll
	static void aSmallDisk() throws Exception {
		assertThat(run("id", "-u")).as("who tries this: only root can make a disk that is full, and without one nothing would be tried").isEqualTo("0");
		TOPOLOGY.run("stop");
		var data = TOPOLOGY.home().resolve("data");
		var kept = TOPOLOGY.home().resolve("data-on-the-great-disk");
		run("mv", data.toString(), kept.toString());
		Files.createDirectory(data);
		run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + SIZE, "tmpfs", data.toString());
		disk = data;
		run("cp", "-a", kept + "/.", data.toString());
		TOPOLOGY.run("start");
	}

	@AfterAll
	static void withoutTheSmallDisk() throws Exception {
		if (disk != null) {
			TOPOLOGY.run("stop");
			run("umount", disk.toString());
		}
	}

	@Test
	void noHalfMatterIsLeftAndReportsAreTakenAgainWhenThereIsRoom() throws Exception {
		try (var rush = new Rush(TOPOLOGY.base(), List.of("lingxiu-1", "lingxiu-2", "lingxiu-7"), RESIDENTS, EVERY)) {
			TimeUnit.SECONDS.sleep(10);
			int before = rush.slips().size();
			var ballast = fill();
			TimeUnit.SECONDS.sleep(FULL_SECONDS);
			int during = rush.slips().size() - before;
			Files.delete(ballast);
			TOPOLOGY.run("run", "database"); // it may have given up: nothing happens where it runs
			ready();
			int after = rush.slips().size();
			TimeUnit.SECONDS.sleep(10);
			rush.end(PATIENCE);
			check(rush, before, after);
			new Findings("F6").saw("seconds with a full disk", FULL_SECONDS).saw("reports accepted before, while it was full, in all", before + ", " + during + ", " + rush.slips().size())
					.saw("answers", rush.answers()).saw("longest time in which nobody got a slip", rush.standStill().toMillis() + " ms").write();
		}
	}

	/** Everything that is free, down to the last block. */
	private static Path fill() throws IOException {
		var ballast = disk.resolve("ballast");
		try (var out = Files.newOutputStream(ballast)) {
			var block = new byte[4096];
			while (disk.toFile().getUsableSpace() > 0) {
				out.write(block);
			}
		} catch (IOException full) {
			assertThat(disk.toFile().getUsableSpace()).as("room left").isZero();
		}
		return ballast;
	}

	private static void ready() throws InterruptedException {
		long limit = System.nanoTime() + PATIENCE.toNanos();
		while (!TwoNodes.NODES.stream().allMatch(TOPOLOGY::isReady)) {
			assertThat(System.nanoTime()).as("the nodes come back by themselves").isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(200);
		}
	}

	private static void check(Rush rush, int before, int after) throws Exception {
		assertThat(List.of("200", "502", "503", "504", "none")).as("what was answered").containsAll(rush.answers().keySet());
		assertThat(rush.answers()).as("the full disk was felt").hasSizeGreaterThan(1);
		assertThat(before).isPositive();
		assertThat(rush.slips().size()).as("taken again").isGreaterThan(after);
		try (var db = TOPOLOGY.connection()) {
			new Invariants(db).allHold(rush.slips());
		}
		TOPOLOGY.run("verify"); // every chain of hashes
	}

	private static String run(String... command) throws IOException, InterruptedException {
		var process = new ProcessBuilder(command).redirectErrorStream(true).start();
		var said = new String(process.getInputStream().readAllBytes()).strip();
		assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), said).isZero();
		return said;
	}
}
