package cn.cuobian.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import cn.cuobian.TwoNodes;

/**
 * What a node holds on to at a moment.
 *
 * @param heap bytes of objects that are in use, after its garbage was collected
 * @param resident bytes of memory of its process
 * @param files that its process has open, connections among them
 * @param connections to the database, without the one over which it listens
 */
record Vitals(long heap, long resident, long threads, long files, long connections) {

	/** Collects its garbage, which stops it for a moment. */
	static Vitals of(TwoNodes topology, String node, Connection db) throws IOException, InterruptedException, SQLException {
		var pid = topology.pid(node);
		return new Vitals(heap(pid), 1024 * status(pid, "VmRSS:"), status(pid, "Threads:"), files(pid),
				new Invariants(db).count("select count(*) from pg_stat_activity where application_name = 'cuobian " + node + "'"));
	}

	/** From the last line of the histogram: total, objects, bytes. */
	private static long heap(long pid) throws IOException, InterruptedException {
		var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
		var process = new ProcessBuilder(jcmd, "" + pid, "GC.class_histogram").redirectErrorStream(true).start();
		try (var lines = process.inputReader().lines()) {
			var total = lines.reduce("", (before, line) -> line.startsWith("Total") ? line : before);
			process.waitFor();
			return Long.parseLong(total.strip().split("\\s+")[2]);
		}
	}

	private static long status(long pid, String what) throws IOException {
		try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
			return lines.filter(line -> line.startsWith(what)).mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1])).findFirst().orElseThrow();
		}
	}

	private static long files(long pid) throws IOException {
		try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
			return files.count();
		}
	}
}
