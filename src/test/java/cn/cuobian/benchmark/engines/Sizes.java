package cn.cuobian.benchmark.engines;

import java.util.List;

/**
 * How large a run is: {@code -Dbenchmark.rounds=3 -Dbenchmark.seconds=8 …}.
 *
 * @param seconds of each round
 * @param warmUp seconds before the first round
 * @param counted matters over which rows and statements are counted
 * @param due timers due at once
 * @param drain seconds they have at most
 */
record Sizes(int clients, int rounds, int seconds, int warmUp, int counted, int due, int drain, List<String> contestants) {

	static Sizes asked() {
		return new Sizes(number("clients", 4), number("rounds", 3), number("seconds", 8), number("warm-up", 30), number("counted", 200),
				number("due", 20_000), number("drain", 30),
				List.of(System.getProperty("benchmark.contestants", "camunda,operaton,cibseven,flowable,cuobian").split(",")));
	}

	private static int number(String name, int usual) {
		return Integer.getInteger("benchmark." + name, usual);
	}

	boolean takesPart(String database) {
		return contestants.contains(database);
	}
}
