package cn.cuobian.benchmark.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/**
 * What our drawings ask of the house, answered without a house: constants, no row is written for it. So a plain engine
 * runs the same ladder and does its own work alone.
 */
public final class Stubs {

	static final Map<String, Object> BEANS = Map.of("ladder", new Ladder(), "matters", new Matters(), "posts", new Posts(), "clocks", new Clocks());

	private Stubs() {
	}

	/** What every plain engine starts a matter with: as many facts as ours. */
	static Map<String, Object> facts(long n) {
		return Map.of("matterId", n, "place", "b1", "kind", "water", "urgent", false, "scope", "building");
	}

	/** A drawing of ours whose called procedures keep the business key, as they do in the house. */
	static String drawing(String path) throws Exception {
		return Files.readString(Path.of(System.getProperty("drawings"), path))
				.replace("<camunda:in source=\"matterId\"", "<camunda:in businessKey=\"#{execution.processBusinessKey}\" /><camunda:in source=\"matterId\"");
	}

	/** The ladder. */
	public static final class Ladder {

		public String triage(Object matter, Object kind, Object urgent, Object scope) {
			return "building";
		}

		public void enter(Object matter, Object tier) {
		}

		public void timedOut(Object matter) {
		}

		public boolean isFast(Object matter) {
			return false;
		}

		public String solved(Object matter) {
			return "building-steward";
		}
	}

	/** The matter as a whole. */
	public static final class Matters {

		public void answered(Object matter) {
		}

		public void close(Object matter) {
		}

		public boolean isOpen(Object matter) {
			return false;
		}
	}

	/** Who is asked. */
	public static final class Posts {

		public String at(Object post, Object place) {
			return post + "@" + place;
		}
	}

	/** Ten days for everything. */
	public static final class Clocks {

		public Date due(Object code, Object matter, Object place) {
			return Date.from(Instant.now().plus(Duration.ofDays(10)));
		}
	}
}
