package cn.cuobian.votes;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.territory.SomePlaces;

/**
 * A roll of 50,000 units from the file to the fingerprint. Run: {@code mvn -Pbenchmark test -Dtest=RollBenchmark}, on
 * PostgreSQL with {@code -Dcuobian.test.database=postgres}; the figures are printed.
 */
@CuobianTest
class RollBenchmark {

	private static final int UNITS = 50_000;
	private static final int RUNS = 3;

	@Autowired
	ApplicationContext application;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	SomePeople somePeople;
	@Autowired
	Rolls rolls;
	@Autowired
	RollImport imports;
	@Autowired
	RollUploads uploads;
	@Autowired
	RollFreeze freeze;
	@Autowired
	RollChanges changes;

	private long area;

	@Test
	void fiftyThousandUnits() throws Exception {
		var branch = somePlaces.branch();
		var officer = TestViewers.of(application, somePeople.holding("election-officer", branch.township()));
		var content = file().getBytes(StandardCharsets.UTF_8);
		var declared = new Declared(UNITS, area);
		for (int run = 1; run <= RUNS; run++) {
			var roll = rolls.of(rolls.create(branch.compound(), "测量", true, officer));
			System.out.printf("run %d, %,d bytes%n", run, content.length);
			time("preview", () -> imports.preview(roll, content, declared, officer));
			var upload = time("keep the file", () -> imports.keep(roll, content, declared, officer));
			time("show the preview", () -> imports.preview(roll, uploads.get(roll.id(), upload, officer.personId()).content(), declared, officer));
			time("import", () -> imports.apply(roll.id(), upload, "", officer));
			time("change one unit", () -> {
				changes.area(roll.id(), "1幢1", "99.99", new RollChanges.Ground("按产权证改正", null), officer);
				return null;
			});
			System.out.println(time("freeze", () -> freeze.freeze(roll.id(), officer)));
		}
	}

	/** Prints seconds on the clock and seconds of the processor. */
	private static <T> T time(String what, Callable<T> work) throws Exception {
		var threads = ManagementFactory.getThreadMXBean();
		var begun = System.nanoTime();
		var busy = threads.getCurrentThreadCpuTime();
		var done = work.call();
		System.out.printf("| %s | %.1f | %.1f |%n", what, (System.nanoTime() - begun) / 1e9, (threads.getCurrentThreadCpuTime() - busy) / 1e9);
		return done;
	}

	/** Two owners in every fifth unit, every tenth owner with two units, every fiftieth unit unsold, a tenth parking spaces. */
	private String file() {
		var random = new Random(50);
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < UNITS; i++) {
			long metres = 60_00 + random.nextInt(90_00);
			area += metres;
			var buyer = i % 10 == 9 ? i - 5 : i;
			var owners = i % 50 == 0 ? ",," : i % 5 == 1 ? "陈%1$d号、林%1$d号,%2$04d、%2$04d,139%1$08d、".formatted(buyer, buyer % 10_000)
					: "黄%1$d号,%2$04d,139%1$08d".formatted(buyer, buyer % 10_000);
			lines.add("%d幢%d,%s,%s,%s,%s".formatted(i / 500 + 1, i % 500 + 1, SquareMetres.text(metres), i % 10 == 8 ? "车位" : "住宅",
					i % 50 == 0 ? "未售" : "", owners));
		}
		return "房号,面积,用途,销售状态,业主,证件号后四位,手机\n" + String.join("\n", lines) + "\n";
	}
}
