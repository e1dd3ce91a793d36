package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.mock.env.MockEnvironment;

import cn.cuobian.engine.Verbs;
import cn.cuobian.engine.Verbs.Noun;
import cn.cuobian.engine.inspection.Inspector;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.engine.inspection.Rooms;
import cn.cuobian.refusals.Refusal;

/**
 * Every way in of the table of threats. Each is tried on three engines: with its defaults, where the effect happens, or the
 * probe would prove nothing; closed down; and closed down without the guard, which shows that both halves are needed.
 */
class HostileModelsTests {

	/** What only the guard stops. */
	private static final Set<String> NEED_THE_GUARD = Set.of("C06", "C07", "X03", "X06");

	/** How the gate calls what the engine refuses in one word. */
	private static final Map<String, Set<String>> SAID_BY_THE_GATE = Map.of("without-bound", Set.of("one-process", "key-is-file-name", "too-many-steps", "endless-loop", "many-times",
			"many-times-many", "literal-time", "unjoined-split", "circular-call"), "form-component", Set.of("component-type"));
	private static final Inspector GATE = Gate.with(new Verbs(Map.of("probe", new Noun("trial", Map.of("note", Set.of(2), "departments", Set.of(0))))), new Rooms(Map.of()));

	private static ProcessEngine open;
	private static ProcessEngine closed;
	private static ProcessEngine unguarded;

	@BeforeAll
	static void build() {
		open = open();
		closed = closed(true);
		unguarded = closed(false);
	}

	@AfterAll
	static void close() {
		List.of(open, closed, unguarded).forEach(ProcessEngine::close);
	}

	@BeforeEach
	void forget() throws IOException {
		List.of(open, closed, unguarded).forEach(engine -> new Attack(engine).cleanUp());
		Effect.forget();
	}

	static Stream<Hostile> all() {
		return Stream.of(HostileExpressions.all(), HostileFiles.all(), HostileForms.all(), HostileVolumes.all()).flatMap(rows -> rows);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("all")
	void isRefusedWithASentenceAndHasNoEffect(Hostile hostile) {
		ProcessEngine engine = closed;
		assertThatThrownBy(() -> Clashes.refused(() -> {
			new Attack(engine).deploy(hostile);
			return null;
		})).as(hostile.row()).isInstanceOfSatisfying(Refusal.class, refusal -> {
			assertThat(refusal.rule()).as(hostile.row()).isEqualTo("engine.model-" + hostile.rule());
			assertThat(ResourceBundle.getBundle("i18n/engine", Locale.ROOT).getString("refusal." + refusal.rule())).isNotBlank();
		});
		new Attack(engine).run(hostile);
		assertThat(happened(engine)).as(hostile.row()).isFalse();
		assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isZero();
	}

	/** The studio's gate, which nothing of it passes either; what it finds has a place and a sentence in both languages. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("all")
	void isFoundByTheGateAtItsPlace(Hostile hostile) {
		List<ModelFile> house = new ArrayList<>();
		hostile.files().forEach((name, bytes) -> house.add(new ModelFile("trial", name, bytes)));
		assertThat(GATE.inspect(house)).as(hostile.row()).anySatisfy(finding -> {
			assertThat(finding.file()).isEqualTo("trial/" + hostile.file());
			assertThat(finding.messageKey()).satisfiesAnyOf(key -> assertThat(key).isEqualTo("refusal.engine.model-" + hostile.rule()),
					key -> assertThat(SAID_BY_THE_GATE.getOrDefault(hostile.rule(), Set.of())).contains(key.replace("engine.finding.", "")));
			for (Locale language : List.of(Locale.ROOT, Locale.ENGLISH)) {
				String sentence = ResourceBundle.getBundle("i18n/engine", language).getString(finding.messageKey());
				assertThat(new MessageFormat(sentence, language).format(finding.allArguments())).doesNotContainPattern("\\{\\d+}");
			}
		});
	}

	@Test
	void aCallThatComesBackIsRefusedAlsoWhenTheSecondProcessIsDeployedLater() {
		var engine = closed.getRepositoryService();
		engine.createDeployment().addString("matters/first.bpmn", Drawings.bpmn("first", Drawings.around("x", "<bpmn:callActivity id=\"x\" calledElement=\"second\"/>"))).deploy();
		var second = engine.createDeployment().addString("votes/second.bpmn", Drawings.bpmn("second", Drawings.around("y", "<bpmn:callActivity id=\"y\" calledElement=\"first\"/>")));
		assertThatThrownBy(() -> Clashes.refused(second::deploy)).isInstanceOfSatisfying(Refusal.class, refusal -> {
			assertThat(refusal.rule()).isEqualTo("engine.model-without-bound");
			assertThat(refusal.arguments()).containsExactly("votes/second.bpmn", 0, "y");
		});
	}

	static Stream<Hostile> firing() {
		return all().filter(Hostile::fires);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("firing")
	void hasItsEffectOnAnEngineWithDefaults(Hostile hostile) {
		ProcessEngine engine = open;
		new Attack(engine).run(hostile);
		assertThat(happened(engine)).as(hostile.row()).isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("firing")
	void hasNoEffectWithoutTheGuardEitherButForTheFewThatOnlyTheGuardStops(Hostile hostile) {
		ProcessEngine engine = unguarded;
		new Attack(engine).run(hostile);
		assertThat(happened(engine)).as(hostile.row()).isEqualTo(NEED_THE_GUARD.contains(hostile.row().substring(0, 3)));
	}

	private static boolean happened(ProcessEngine engine) {
		return Effect.happened() || engine.getManagementService().getProperties().containsKey("owned");
	}

	static ProcessEngine open() {
		var engine = new StandaloneInMemProcessEngineConfiguration();
		engine.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		engine.setBeans(Map.of("environment", new Environment(), "dataSource", new Source()));
		engine.setProcessEngineName("open " + UUID.randomUUID());
		engine.setEnforceHistoryTimeToLive(false);
		return engine.buildProcessEngine();
	}

	static ProcessEngine closed(boolean guarded) {
		var beans = new StaticListableBeanFactory();
		beans.addBean("probe", new EngineAlone.Probe(java.time.Clock.systemUTC()));
		beans.addBean("environment", new Environment());
		beans.addBean("dataSource", new Source());
		var engine = new ClosedEngine(new VerbBeans(beans), List.of());
		if (!guarded) {
			engine.getCustomPreDeployers().clear();
		}
		var database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
		engine.setDataSource(database);
		engine.setTransactionManager(new DataSourceTransactionManager(database));
		engine.setDatabaseSchemaUpdate("true");
		engine.setProcessEngineName("closed " + UUID.randomUUID());
		return engine.buildProcessEngine();
	}

	/** Reading a secret is an effect. */
	private static final class Environment extends MockEnvironment {

		@Override
		public String getProperty(String key) {
			return Effect.happen();
		}
	}

	private static final class Source extends DelegatingDataSource {

		@Override
		public java.sql.Connection getConnection() {
			Effect.happen();
			return null;
		}
	}
}
