package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/**
 * F9: a thousand people claim one task at the same moment, half of them at each node, and then who has it completes it a
 * thousand times at the same moment. Sizes: {@code -Dcuobian.faults.claims=1000 -Dcuobian.faults.tasks=10}.
 */
class ClaimedAtOnceFault {

	private static final int CLAIMS = Integer.getInteger("cuobian.faults.claims", 1000);
	private static final int TASKS = Integer.getInteger("cuobian.faults.tasks", 10);
	private static final String PLACE = "lingxiu-7";
	private static final String SOLVED = "{\"values\":{\"minutes\":\"商议了一次\",\"decision\":\"solved\"}}";

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=warn");

	private final Map<Integer, Long> claims = new TreeMap<>();
	private final Map<Integer, Long> completions = new TreeMap<>();
	private Duration slowestClaims = Duration.ZERO;
	private Duration slowestCompletions = Duration.ZERO;

	@Test
	void ofAThousandOneGetsTheTaskAndItIsCompletedOnce() throws Exception {
		var resident = new Resident(TOPOLOGY.base());
		var slips = new TreeMap<String, String>();
		for (int task = 0; task < TASKS; task++) {
			var token = UUID.randomUUID().toString();
			slips.put(token, resident.press(token, Rush.narrative(token), PLACE).code().orElseThrow());
		}
		try (var db = TOPOLOGY.connection()) {
			// only now: a thousand stewards need not be told of each
			Staff.appoint(db, CLAIMS, "building-steward", PLACE);
			for (var token : slips.keySet()) {
				race(db, token);
			}
			check(new Invariants(db), slips);
		}
		new Findings("F9").saw("tasks", TASKS).saw("claims of each at once", CLAIMS).saw("answers to claims", claims)
				.saw("slowest thousand claims", slowestClaims.toMillis() + " ms").saw("answers to as many completions", completions)
				.saw("slowest thousand completions", slowestCompletions.toMillis() + " ms").write();
	}

	private void race(Connection db, String token) throws SQLException {
		var task = task(db, token);
		var claimed = Crowd.press(CLAIMS, number -> Staff.post("rush-" + (number + 1), address(number, task) + "/claim", ""));
		assertThat(claimed.winners()).as("who got it: %s", claimed.statuses()).hasSize(1);
		assertThat(claimed.said(answer -> answer.statusCode() != 200)).as("to all others").singleElement().asString().contains("worklist.taken-by");
		var owner = "rush-" + (claimed.winners().get(0) + 1);
		assertThat(read(db, "select p.name from work_item w join person p on p.id = w.assignee where w.task_id = '" + task + "'")).isEqualTo(owner);

		var completed = Crowd.press(CLAIMS, number -> Staff.post(owner, address(number, task) + "/complete", SOLVED));
		assertThat(completed.winners()).as("completions: %s", completed.statuses()).hasSize(1);
		assertThat(completed.said(answer -> answer.statusCode() != 200)).as("to all others").singleElement().asString().contains("worklist.done-by-yourself");
		claimed.statuses().forEach((status, times) -> claims.merge(status, times, Long::sum));
		completed.statuses().forEach((status, times) -> completions.merge(status, times, Long::sum));
		slowestClaims = Collections.max(List.of(slowestClaims, claimed.took()));
		slowestCompletions = Collections.max(List.of(slowestCompletions, completed.took()));
	}

	private void check(Invariants invariants, Map<String, String> slips) throws Exception {
		assertThat(claims.keySet()).as("answers to claims").containsExactly(200, 409);
		assertThat(completions.keySet()).as("answers to completions").containsExactly(200, 409);
		for (var kind : List.of("CLAIMED", "COMPLETED")) {
			assertThat(invariants.count("select count(*) from matter_event e join matter m on m.id = e.matter_id where e.kind = '%s' and m.narrative like '%s%%'"
					.formatted(kind, Rush.narrative("")))).as("lines of all records: %s", kind).isEqualTo(TASKS);
		}
		invariants.allHold(slips);
		TOPOLOGY.run("verify"); // every chain of hashes
	}

	private static String address(int number, String task) {
		return TOPOLOGY.at(TwoNodes.NODES.get(number % TwoNodes.NODES.size())) + "/api/v1/tasks/" + task;
	}

	private static String task(Connection db, String token) throws SQLException {
		return read(db, "select w.task_id from work_item w join matter m on w.subject = 'matter:' || m.id where m.narrative = '" + Rush.narrative(token) + "'");
	}

	private static String read(Connection db, String sql) throws SQLException {
		try (var statement = db.createStatement(); var row = statement.executeQuery(sql)) {
			assertThat(row.next()).as(sql).isTrue();
			return row.getString(1);
		}
	}
}
