package cn.cuobian.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.worklist.WorkFilter;
import cn.cuobian.worklist.WorkFilter.Tab;
import cn.cuobian.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first page of what is offered to a person's posts, at 1,000,000 open tasks on PostgreSQL: our list as the page asks it, one query
 * written for nothing else, and the engine's own query over the same tasks in its own tables. Without the page around it.
 * Run: {@code mvn -Pbenchmark test -Dtest=TaskPageBenchmark}; docs/benchmarks.md keeps what was seen.
 */
class TaskPageBenchmark {

	private static final int OPEN = Integer.getInteger("benchmark.open", 1_000_000);
	private static final int PAGE = 25;
	private static final int WARM_UP = 2_000;
	private static final int MEASURED = 1_000;
	/** The engine's takes longer. */
	private static final int ENGINE_MEASURED = 40;

	@TempDir
	private Path directory;

	@Test
	void ourListTheIdealQueryAndTheEngines() throws Exception {
		try (var postgres = CityHouse.postgres();
				var house = CityHouse.open(directory, CityHouse.on(postgres), SomePeople.class)) {
			var db = house.getBean(JdbcClient.class);
			var city = new City(db, false);
			city.build();
			city.fillLists(OPEN);
			intoTheEngine(db);
			System.out.println("| posts | tasks offered | our list ms, p50 and p95 | ideal query | the engine's query |\n|---|---|---|---|---|");
			compare(house, City.STEWARD);
			compare(house, City.DISTRICT_SECRETARY);
			compare(house, City.DISTRICT_SECRETARY, City.JOINT_SECRETARY, City.STEWARD);
		}
	}

	/** The same tasks as candidates' tasks of the engine, with the indexes it makes for itself. */
	private static void intoTheEngine(JdbcClient db) {
		db.sql("insert into act_ru_task (id_, rev_, name_, priority_, create_time_, due_date_, suspension_state_, task_def_key_)"
				+ " select task_id, 1, name, 50, opened, due, 1, element_id from work_item").update();
		db.sql("insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)"
				+ " select 'l' || task_id, 1, group_key, 'candidate', task_id from work_offer").update();
		db.sql("analyze").update();
	}

	private static void compare(ConfigurableApplicationContext house, String... posts) {
		var db = house.getBean(JdbcClient.class);
		var viewer = viewer(house, posts);
		var groups = List.of(posts);
		int offered = db.sql("select count(*) from work_offer where group_key in (:groups)").param("groups", groups).query(Integer.class).single();
		var list = house.getBean(Worklist.class);
		var engine = house.getBean(TaskService.class);
		Supplier<List<String>> ours = () -> list.page(WorkFilter.of(Tab.POSTS), viewer, null, PAGE).items().stream().map(item -> item.taskId()).toList();
		Supplier<List<String>> ideal = () -> ideal(db, groups);
		Supplier<List<String>> theirs = () -> engine.createTaskQuery().taskCandidateGroupIn(groups).orderByDueDate().asc().listPage(0, PAGE + 1).stream()
				.map(task -> task.getId()).toList();
		assertThat(new HashSet<>(ideal.get())).as("the same page").containsAll(ours.get());
		System.out.printf("| %s | %,d | %s | %s | %s |%n", String.join(", ", groups), offered, times(ours, MEASURED), times(ideal, MEASURED), times(theirs, ENGINE_MEASURED));
	}

	private static Viewer viewer(ConfigurableApplicationContext house, String... posts) {
		var people = house.getBean(SomePeople.class);
		var first = posts[0].split("@");
		var person = people.holding(first[0], first[1]);
		Arrays.stream(posts).skip(1).map(post -> post.split("@")).forEach(post -> house.getBean(JdbcClient.class)
				.sql("insert into post_holding (post, place, person, held_from) values (?, ?, ?, timestamptz '2026-01-01 00:00:00+08')")
				.params(post[0], post[1], person.id()).update());
		return TestViewers.of(house, person);
	}

	/** One look into one index for each post, and each task by its key. */
	private static List<String> ideal(JdbcClient db, List<String> groups) {
		var one = "(select task_id, due from work_offer where group_key = ? and taken = false order by group_key, taken, due, task_id fetch first "
				+ (PAGE + 1) + " rows only)";
		var each = String.join(" union all ", groups.stream().map(group -> one).toList());
		return db.sql("select w.task_id, w.number, w.title, w.name, w.due, w.place, w.assignee from (" + each + ") o join work_item w on w.task_id = o.task_id"
				+ " order by o.due, o.task_id fetch first " + (PAGE + 1) + " rows only").params(groups).query((row, n) -> row.getString(1)).list();
	}

	private static String times(Supplier<List<String>> page, int measured) {
		for (int i = 0; i < Math.min(WARM_UP, measured * 2); i++) {
			page.get();
		}
		double[] millis = new double[measured];
		for (int i = 0; i < measured; i++) {
			long begun = System.nanoTime();
			page.get();
			millis[i] = (System.nanoTime() - begun) / 1e6;
		}
		Arrays.sort(millis);
		return "%.2f, %.2f".formatted(millis[measured / 2], millis[measured * 95 / 100]);
	}
}
