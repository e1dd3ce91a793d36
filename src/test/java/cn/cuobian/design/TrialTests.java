package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

import tools.jackson.databind.json.JsonMapper;

import cn.cuobian.OwnHouse;
import cn.cuobian.PostgresForTests;
import cn.cuobian.design.walk.Order;
import cn.cuobian.design.walk.Order.Act;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** A candidate runs by itself in a process of its own: what would eat the server is stopped there, and the server notices nothing. */
@OwnHouse
@Tag(PostgresForTests.ONCE)
@TestInstance(Lifecycle.PER_CLASS)
class TrialTests {

	@Autowired
	Drafts drafts;
	@Autowired
	Bundles bundles;
	@Autowired
	TrialRows rows;
	@Autowired
	TwinSettings settings;
	@Autowired
	RefusalSentences sentences;
	@Autowired
	MessageSource messages;
	@Autowired
	JsonMapper json;
	@Autowired
	Clock clock;

	/** Of its own, so that nobody else's twin is counted; whoever comes next finds the one before still warm, as designers do. */
	private Twins twins;
	private Trials trials;

	@BeforeAll
	void aNodeOfItsOwn() {
		twins = new Twins(settings, json);
		trials = new Trials(drafts, twins, rows, settings, sentences, messages, clock);
	}

	@BeforeEach
	void inChinese() {
		LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
	}

	@AfterEach
	void inNoLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@AfterAll
	void endsIt() {
		twins.endAll();
	}

	private List<ModelFile> house() {
		return bundles.currentHouse().stream().filter(file -> !file.room().startsWith("sketch")).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SPINNING", "MULTIPLYING", "DOUBLING" })
	void whatTheEngineKnowsToBeEndlessIsNotEvenTried(String name) throws ReflectiveOperationException {
		var steps = (String) Candidates.class.getDeclaredField(name).get(null);

		var verdict = trials.judge(Candidates.ROOM, Candidates.with(house(), steps));

		assertThat(verdict.passed()).isFalse();
		assertThat(verdict.words()).contains("tried.bpmn", "会没完没了");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whatWouldEatTheServerIsStoppedWithASentenceAndTheServerGoesOn(boolean atOnce) {
		twins.take(house()).close();

		var began = System.nanoTime();
		var verdict = trials.judge(Candidates.ROOM, Candidates.laughing(house(), atOnce));
		var millis = (System.nanoTime() - began) / 1_000_000;

		System.out.printf("trial of calls that double, at once %s, stopped after %d ms: %s%n", atOnce, millis, verdict.words());
		assertThat(verdict.passed()).isFalse();
		assertThat(verdict.words()).contains("已经停下");
		assertThat(millis).isLessThan(30_000);
		assertThat(twins.running()).as("the spoilt twin is gone").isZero();
		try (var next = twins.take(house())) {
			assertThat(next.ask(Order.plain(Act.STARTS)).starts()).isNotEmpty();
		}
	}

	@Test
	void aStepThatAsksForWhatNobodySaidIsFoundBeforeItIsPublished() {
		var verdict = trials.judge(Candidates.ROOM, Candidates.with(house(), Candidates.FORGETFUL));

		assertThat(verdict.passed()).isFalse();
		assertThat(verdict.words()).contains("nobodySaid");
	}

	@Test
	void everyProcedureThatTheProgramBringsAlongPasses() {
		for (String bundle : List.of("escalation", "matters", "dispute", "elections", "clocks")) {
			var verdict = trials.judge(bundle, house());
			System.out.printf("trial of %s took %d ms: %s%n", bundle, verdict.millis(), verdict.words());
			assertThat(verdict.passed()).as(verdict.words()).isTrue();
		}
	}

	@Test
	void aTwinGetsNothingOfTheHouseAndHasNoWayOut() throws Exception {
		var program = new TwinProgram(settings.heap());
		assertThat(program.command()).noneMatch(part -> part.contains("vault"))
				.anyMatch(part -> part.equals("--spring.datasource.url=jdbc:h2:mem:twin;DB_CLOSE_DELAY=-1"));
		try (var twin = twins.take(house())) {
			assertThat(twin.isAlive()).isTrue();
			var child = ProcessHandle.current().descendants().filter(each -> each.info().command().orElse("").endsWith("java")).findFirst().orElseThrow();
			var environment = Files.readString(Path.of("/proc/" + child.pid() + "/environ"));
			assertThat(environment).isBlank();
			if (program.isCutOff()) {
				var nets = Files.readString(Path.of("/proc/" + child.pid() + "/net/dev"));
				assertThat(nets.lines().skip(2)).as("the loop within itself only").allMatch(line -> line.strip().startsWith("lo:"));
			}
		}
	}

	@Test
	void aTwinEndsAfterAWhileWithoutWorkAndWhenItIsKilledTheNextSentenceSaysSo() {
		twins.take(house()).close();
		assertThat(twins.running()).isOne();
		twins.endIdle(Duration.ZERO);
		assertThat(twins.running()).isZero();
		try (var twin = twins.take(house())) {
			ProcessHandle.current().descendants().filter(each -> each.info().command().orElse("").endsWith("java")).forEach(ProcessHandle::destroyForcibly);
			assertThatThrownBy(() -> twin.ask(Order.complete("x", Map.of())))
					.isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("design.dry-twin-gone"));
		}
	}
}
