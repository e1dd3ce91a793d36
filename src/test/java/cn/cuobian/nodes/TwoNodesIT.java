package cn.cuobian.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.PlainVisitor;
import cn.cuobian.engine.Decisions;
import cn.cuobian.engine.Publishing;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.territory.PlaceImport;
import cn.cuobian.territory.Places;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Two whole nodes on one PostgreSQL, begun at the same moment while it was empty. */
@Tag("measures-time")
class TwoNodesIT {

	private static final String PASSWORD = "cuobian-demo-2026";
	/** A bell arrives within this; looks without a bell are 15 seconds and more apart. */
	private static final Duration BELL = Duration.ofSeconds(5);

	@TempDir
	private static Path directory;
	private static EmbeddedPostgres postgres;
	private static ConfigurableApplicationContext one;
	private static ConfigurableApplicationContext two;

	@BeforeAll
	static void bothStartAtOnce() throws Exception {
		postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "150").start();
		var other = CompletableFuture.supplyAsync(TwoNodesIT::started);
		one = started();
		two = other.join();
	}

	@AfterAll
	static void end() throws Exception {
		Stream.of(one, two).forEach(ConfigurableApplicationContext::close);
		postgres.close();
	}

	@Test
	void who_signed_in_at_one_node_is_known_at_the_other_and_sends_a_form_there_that_the_first_has_shown() throws Exception {
		var steward = PlainVisitor.signedIn(base(one), "steward", PASSWORD);
		assertThat(steward.at(base(two)).get("/tasks?tab=posts").statusCode()).isEqualTo(200);
		var answer = steward.sendAt(base(two), "/tasks?tab=posts", "/logout", Map.of());
		assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("logout"));
		assertThat(steward.get("/tasks?tab=posts").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("login"));
	}

	@Test
	void an_open_board_is_told_at_once_of_what_was_reported_at_the_other_node() throws Exception {
		var told = watched(base(two));
		report(base(one));
		await().atMost(BELL).until(() -> told.contains("event:changed"));
	}

	@Test
	void a_board_is_told_of_what_happened_while_its_node_heard_nothing() throws Exception {
		var told = watched(base(two));
		deafen();
		report(base(one));
		await().atMost(BELL).until(() -> told.contains("event:changed"));
		await().atMost(BELL).until(() -> two.getBean(Bells.class).areHeard());
		told.clear();
		report(base(one));
		await().atMost(BELL).until(() -> told.contains("event:changed"));
	}

	@Test
	void a_node_that_does_not_hear_the_database_is_not_ready() throws Exception {
		var visitor = new PlainVisitor(base(two));
		assertThat(visitor.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
		deafen();
		await().pollInterval(Duration.ofMillis(20)).atMost(BELL).until(() -> visitor.get("/actuator/health/readiness").statusCode() == 503);
		assertThat(visitor.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		await().atMost(BELL).until(() -> visitor.get("/actuator/health/readiness").statusCode() == 200);
	}

	@Test
	void a_place_imported_at_one_node_is_known_at_the_other_at_once() {
		var places = two.getBean(Places.class);
		assertThat(places.find("two-nodes")).isEmpty();
		one.getBean(PlaceImport.class).apply(("code,parent,level,name_zh,name_en,households,buildings,residents,built,note,source\n"
				+ "two-nodes,,prefecture,两点市,Two Nodes,,,,,,test\n").getBytes(UTF_8));
		await().atMost(BELL).until(() -> places.find("two-nodes").isPresent());
	}

	@Test
	void a_time_limit_published_at_one_node_counts_at_the_other_from_the_same_moment() {
		var asked = Map.of("code", "LADDER.BUILDING", "path", "/");
		assertThat(two.getBean(Decisions.class).decideAll("time-limits", asked)).extracting(row -> row.get("amount")).containsExactly(3);
		var publishing = one.getBean(Publishing.class);
		publishing.publish("clocks", publishing.shipped().get("clocks").stream().map(TwoNodesIT::withFourDays).toList(), "test");
		assertThat(two.getBean(Decisions.class).decideAll("time-limits", asked)).extracting(row -> row.get("amount")).containsExactly(4);
	}

	@Test
	void a_round_is_done_by_one_node_until_it_is_committed() {
		var transaction = one.getBean(TransactionTemplate.class);
		transaction.executeWithoutResult(round -> {
			assertThat(one.getBean(Turns.class).isMine("a round")).isTrue();
			assertThat(CompletableFuture.supplyAsync(() -> isTurnOfTwo("a round")).join()).isFalse();
			assertThat(CompletableFuture.supplyAsync(() -> isTurnOfTwo("another")).join()).isTrue();
		});
		assertThat(isTurnOfTwo("a round")).isTrue();
	}

	private static boolean isTurnOfTwo(String round) {
		return two.getBean(TransactionTemplate.class).execute(status -> two.getBean(Turns.class).isMine(round));
	}

	@Test
	void the_database_tells_apart_who_holds_a_timer() {
		assertThat(Stream.of(one, two).map(node -> node.getBean(JobExecutor.class).getLockOwner()))
				.doesNotHaveDuplicates();
	}

	private static ModelFile withFourDays(ModelFile file) {
		var text = new String(file.content(), UTF_8);
		return ModelFile.of(file.room(), file.name(), text.replaceAll("(id=\"amount_ladder_building\">\\s*<text>)3<", "$14<"));
	}

	/** What the stream of a board says from now on. */
	private static Set<String> watched(String base) throws Exception {
		var lines = PlainVisitor.signedIn(base, "supervisor", PASSWORD).stream("/board/events");
		Set<String> told = ConcurrentHashMap.newKeySet();
		CompletableFuture.runAsync(() -> lines.forEach(told::add));
		await().atMost(BELL).until(() -> told.contains(":open"));
		await().during(Duration.ofSeconds(1)).until(() -> true);
		told.clear();
		return told;
	}

	/** Cuts the connections over which both nodes hear. */
	private static void deafen() {
		one.getBean(JdbcClient.class).sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cuobian listens'")
				.query((row, number) -> number).list();
	}

	private static void report(String base) throws Exception {
		var slip = new PlainVisitor(base).send("/report", "/report", Map.of("token", UUID.randomUUID().toString(), "seen", "yes",
				"place", "lingxiu-7", "kind", "drainage", "narrative", "井盖松动 " + UUID.randomUUID()));
		assertThat(slip.statusCode()).as(slip.body()).isEqualTo(200);
	}

	private static String base(ConfigurableApplicationContext node) {
		return "http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port");
	}

	private static ConfigurableApplicationContext started() {
		try {
			return new SpringApplicationBuilder(Class.forName("cn.cuobian.CuobianApplication")).run(arguments());
		} catch (ClassNotFoundException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String[] arguments() {
		return Map.of("server.port", "0", "spring.profiles.active", "demo,postgres", "CUOBIAN_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
				"CUOBIAN_DB_USER", "postgres", "CUOBIAN_DB_PASSWORD", "postgres", "cuobian.node.farewell", "0s",
				"cuobian.vault.file", directory.resolve("vault.key").toString(), "cuobian.public.reports-per-hour", "1000")
				.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()).toArray(String[]::new);
	}
}
