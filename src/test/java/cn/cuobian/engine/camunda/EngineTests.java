package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.PostgresForTests;
import cn.cuobian.TestClock;
import cn.cuobian.engine.Decisions;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.engine.Feel;
import cn.cuobian.engine.Models;
import cn.cuobian.engine.NotWaiting;
import cn.cuobian.engine.ProcessEnded;
import cn.cuobian.engine.ProcessTrace;
import cn.cuobian.engine.Processes;
import cn.cuobian.engine.TaskAssigned;
import cn.cuobian.engine.TaskClosed;
import cn.cuobian.engine.TaskClosed.Outcome;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.engine.Tasks;
import cn.cuobian.refusals.Refusal;

/** The contract of the engine room, kept by the engine behind it. */
@Tag(PostgresForTests.DATABASE)
@SpringJUnitConfig(EngineAlone.class)
class EngineTests {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final String CLAIMABLE = """
			<bpmn:userTask id="user_mediate" name="调解" camunda:candidateGroups="${probe.group('building-steward')}"
				camunda:formRef="mediate" camunda:formRefBinding="deployment">
			<bpmn:extensionElements><camunda:properties><camunda:property name="clock" value="hall-decision"/>
			</camunda:properties></bpmn:extensionElements></bpmn:userTask>""";

	@Autowired
	Processes processes;
	@Autowired
	Tasks tasks;
	@Autowired
	Models models;
	@Autowired
	Decisions decisions;
	@Autowired
	Feel feel;
	@Autowired
	DueJobs due;
	@Autowired
	TestClock clock;
	@Autowired
	EngineAlone.Probe probe;
	@Autowired
	EngineAlone.Heard heard;
	@Autowired
	RepositoryService repository;
	@Autowired
	RuntimeService runtime;
	@Autowired
	TaskService engineTasks;
	@Autowired
	PlatformTransactionManager transactions;

	private String subject;

	@BeforeEach
	void aNewSubject() {
		subject = "matter:" + NUMBER.incrementAndGet();
		heard.events.clear();
		probe.heard.clear();
		probe.failWith(null);
	}

	@Test
	void aTaskIsAnnouncedWithItsPostsFactsPropertiesAndForm() {
		deploy("announced", Drawings.bpmn("announced", Drawings.around("user_mediate", CLAIMABLE)));

		processes.start("announced", subject, Map.of("matterId", 42L, "urgent", true));

		TaskOpened opened = heard.last(TaskOpened.class);
		assertThat(opened.subject()).isEqualTo(subject);
		assertThat(opened.modelKey()).isEqualTo("announced");
		assertThat(opened.elementId()).isEqualTo("user_mediate");
		assertThat(opened.name()).isEqualTo("调解");
		assertThat(opened.formId()).isEqualTo("mediate");
		assertThat(opened.groups()).containsExactly("building-steward@lingxiu");
		assertThat(opened.facts()).containsEntry("matterId", 42L).containsEntry("urgent", true);
		assertThat(opened.properties()).containsEntry("clock", "hall-decision");
		assertThat(tasks.formOf(opened.taskId())).hasValueSatisfying(form -> assertThat(form).contains("\"mediate\""));
		assertThat(models.form("announced", "mediate")).isPresent();
		assertThat(models.form("announced", "no_such_form")).isEmpty();
	}

	/** Also after it was read once: a form is kept by the version of its drawing. */
	@Test
	void aTaskKeepsTheFormItsDrawingWasDeployedWith() {
		String bpmn = Drawings.bpmn("formed", Drawings.around("user_mediate", CLAIMABLE));
		for (String version : List.of("first", "second")) {
			repository.createDeployment().name("formed").addInputStream("test/formed.bpmn", stream(bpmn)).addInputStream("test/mediate.form",
					stream("{\"id\":\"mediate\",\"type\":\"default\",\"components\":[],\"version\":\"%s\"}".formatted(version))).deploy();
			processes.start("formed", subject, Map.of("matterId", 1L));
			String task = heard.last(TaskOpened.class).taskId();
			for (int look = 0; look < 2; look++) {
				assertThat(tasks.formOf(task)).hasValueSatisfying(form -> assertThat(form).contains(version));
			}
		}
	}

	@Test
	void takingHandingOverReleasingAndCompletingAreAnnounced() {
		String task = open("worked", CLAIMABLE);

		tasks.claim(task, 7);
		tasks.handOver(task, 8);
		tasks.release(task);
		tasks.setDue(task, Instant.parse("2026-03-09T01:00:00Z"));
		tasks.complete(task, Map.of("decision", "settled"));

		assertThat(heard.events).contains(new TaskAssigned(task, subject, 7L), new TaskAssigned(task, subject, 8L),
				new TaskAssigned(task, subject, null), new TaskClosed(task, subject, "调解", Outcome.COMPLETED),
				new ProcessEnded(subject, "worked", "e"));
	}

	@Test
	void theSecondToTakeOrCompleteATaskIsToldWhatHappened() {
		String task = open("raced", CLAIMABLE);
		tasks.claim(task, 7);
		tasks.claim(task, 7);
		assertRefused(() -> tasks.claim(task, 8), "engine.task-taken");

		tasks.complete(task, Map.of());

		assertRefused(() -> tasks.complete(task, Map.of()), "engine.task-gone");
		assertRefused(() -> tasks.claim(task, 8), "engine.task-gone");
		assertRefused(() -> tasks.release(task), "engine.task-gone");
		assertRefused(() -> tasks.complete("no-such-task", Map.of()), "engine.task-gone");
		assertThat(tasks.formOf(task)).isEmpty();
	}

	@Test
	void manyAtTheSameMomentEndAsOneWinnerAndRefusals() throws Exception {
		String contested = open("contested", CLAIMABLE);
		Race claims = Race.of(12, person -> tasks.claim(contested, person));
		assertThat(claims.won()).isEqualTo(1);
		assertThat(claims.lost()).hasSize(11).allSatisfy(lost -> assertThat(lost).isInstanceOfSatisfying(Refusal.class,
				refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.CONFLICT)));

		Race completions = Race.of(12, person -> new TransactionTemplate(transactions)
				.executeWithoutResult(status -> tasks.complete(contested, Map.of("by", (long) person))));
		assertThat(completions.won()).isEqualTo(1);
		assertThat(completions.lost()).hasSize(11).allSatisfy(lost -> assertThat(lost)
				.isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("engine.task-gone")));
	}

	@Test
	void onlyIdsAndDecisionsEnterTheEngine() {
		String task = open("sparse", CLAIMABLE);
		assertThatThrownBy(() -> tasks.complete(task, Map.of("narrative", "水".repeat(201))))
				.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("narrative");
		assertThatThrownBy(() -> processes.start("sparse", subject, Map.of("who", List.of("林"))))
				.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> processes.start("sparse", subject, Map.of("a b", 1)))
				.isInstanceOf(IllegalArgumentException.class);
		assertThat(engineTasks.createTaskQuery().taskId(task).count()).isOne();
	}

	@Test
	void aMessageReachesTheStepThatWaitsAndNobodyElse() {
		deploy("told", Drawings.bpmn("told", "<bpmn:message id=\"m\" name=\"matter_rated\"/>", Drawings.around("catch_rating", """
				<bpmn:receiveTask id="catch_rating" name="等评价" messageRef="m"/>""")));
		assertThatThrownBy(() -> processes.tell("matter_rated", subject, Map.of())).isInstanceOf(NotWaiting.class);

		processes.start("told", subject, Map.of());
		assertThat(processes.awaits("matter_rated", subject)).isTrue();
		assertThat(processes.awaits("matter_rated", "matter:0")).isFalse();
		processes.tell("matter_rated", subject, Map.of("satisfaction", 5));

		assertThat(heard.last(ProcessEnded.class)).isEqualTo(new ProcessEnded(subject, "told", "e"));
		assertThat(processes.awaits("matter_rated", subject)).isFalse();
	}

	@Test
	void aCalledProcedureWorksOnTheSameSubjectAndTheTraceShowsBoth() {
		deploy("inner", Drawings.bpmn("inner", Drawings.around("user_mediate", CLAIMABLE)));
		deploy("outer", Drawings.bpmn("outer", Drawings.around("call_inner", """
				<bpmn:callActivity id="call_inner" name="办理" calledElement="inner"/>""")));

		processes.start("outer", subject, Map.of("matterId", 1L));

		TaskOpened inside = heard.last(TaskOpened.class);
		assertThat(inside.subject()).isEqualTo(subject);
		assertThat(inside.modelKey()).isEqualTo("inner");
		List<ProcessTrace> running = processes.trace(subject);
		assertThat(running).extracting(ProcessTrace::modelKey).containsExactly("outer", "inner");
		assertThat(running.get(0).active()).containsExactly("call_inner");
		assertThat(running.get(1).active()).containsExactly("user_mediate");
		assertThat(running.get(1).passed()).containsExactly("s");

		tasks.complete(inside.taskId(), Map.of());

		List<ProcessTrace> ended = processes.trace(subject);
		assertThat(ended).allSatisfy(trace -> assertThat(trace.ended()).isTrue());
		assertThat(ended.get(1).passed()).containsExactlyInAnyOrder("s", "user_mediate", "e");
		assertThat(models.bpmn(ended.get(1).definitionId())).contains("调解");
	}

	@Test
	void factsOfATaskAmongSeveralIncludeWhichOneItIs() {
		deploy("several", Drawings.bpmn("several", Drawings.around("user_answer", """
				<bpmn:userTask id="user_answer" name="部门答复" camunda:candidateGroups="${probe.group(department)}">
				<bpmn:multiInstanceLoopCharacteristics camunda:collection="${probe.departments()}" camunda:elementVariable="department"/>
				</bpmn:userTask>""")));

		processes.start("several", subject, Map.of("matterId", 1L));

		assertThat(heard.events).filteredOn(TaskOpened.class::isInstance).map(event -> (TaskOpened) event)
				.extracting(opened -> opened.facts().get("department")).containsExactlyInAnyOrder("water", "power");
		assertThat(heard.events).filteredOn(TaskOpened.class::isInstance).map(event -> ((TaskOpened) event).groups())
				.containsExactlyInAnyOrder(java.util.Set.of("water@lingxiu"), java.util.Set.of("power@lingxiu"));
		assertThat(processes.trace(subject).get(0).active()).containsExactly("user_answer");
	}

	@Test
	void aTimerFiresWhenItsInstantHasComeAndNotBefore() {
		deploy("timed", Drawings.bpmn("timed", """
				<bpmn:startEvent id="s"/>%s<bpmn:endEvent id="e"/><bpmn:endEvent id="late"/>
				<bpmn:boundaryEvent id="timer_due" attachedToRef="user_mediate"><bpmn:timerEventDefinition>
				<bpmn:timeDate xsi:type="bpmn:tFormalExpression">${probe.in(3600)}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
				""".formatted(CLAIMABLE) + Drawings.flow("s", "user_mediate") + Drawings.flow("user_mediate", "e")
				+ Drawings.flow("timer_due", "late")));
		processes.start("timed", subject, Map.of());
		String task = heard.last(TaskOpened.class).taskId();

		clock.travel(Duration.ofMinutes(59));
		assertThat(due.runDue()).isZero();
		clock.travel(Duration.ofMinutes(1));
		assertThat(due.runDue()).isOne();

		assertThat(heard.events).contains(new TaskClosed(task, subject, "调解", Outcome.CANCELLED),
				new ProcessEnded(subject, "timed", "late"));
	}

	@Test
	void aMessageThatEndsEverythingNamesTheEndItCameTo() {
		deploy("withdrawable", Drawings.bpmn("withdrawable", "<bpmn:message id=\"m\" name=\"matter_withdrawn\"/>",
				Drawings.around("user_mediate", CLAIMABLE) + """
				<bpmn:subProcess id="subprocess_withdraw" triggeredByEvent="true"><bpmn:startEvent id="start_withdrawn">
				<bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent><bpmn:endEvent id="end_withdrawn"/>%s</bpmn:subProcess>
				""".formatted(Drawings.flow("start_withdrawn", "end_withdrawn"))));
		processes.start("withdrawable", subject, Map.of());
		String task = heard.last(TaskOpened.class).taskId();

		processes.tell("matter_withdrawn", subject, Map.of());

		assertThat(heard.events).contains(new TaskClosed(task, subject, "调解", Outcome.CANCELLED));
		assertThat(heard.last(ProcessEnded.class)).isEqualTo(new ProcessEnded(subject, "withdrawable", "end_withdrawn"));
	}

	@Test
	void aCallerThatEndsCancelsWhatItCalled() {
		deploy("inside", Drawings.bpmn("inside", "<bpmn:message id=\"m\" name=\"matter_withdrawn\"/>", Drawings.around("user_mediate", CLAIMABLE)
				+ "<bpmn:boundaryEvent id=\"b\" attachedToRef=\"user_mediate\"><bpmn:messageEventDefinition messageRef=\"m\"/></bpmn:boundaryEvent>"
				+ "<bpmn:endEvent id=\"inner_withdrawn\"/>" + Drawings.flow("b", "inner_withdrawn")));
		deploy("outside", Drawings.bpmn("outside", "<bpmn:message id=\"m\" name=\"matter_withdrawn\"/>", Drawings.around("call",
				"<bpmn:callActivity id=\"call\" calledElement=\"inside\"/>")
				+ "<bpmn:boundaryEvent id=\"b\" attachedToRef=\"call\"><bpmn:messageEventDefinition messageRef=\"m\"/></bpmn:boundaryEvent>"
				+ "<bpmn:endEvent id=\"outer_withdrawn\"/>" + Drawings.flow("b", "outer_withdrawn")));
		processes.start("outside", subject, Map.of());
		String task = heard.last(TaskOpened.class).taskId();

		processes.tell("matter_withdrawn", subject, Map.of());

		assertThat(heard.events).contains(new TaskClosed(task, subject, "调解", Outcome.CANCELLED), new ProcessEnded(subject, "inside", null),
				new ProcessEnded(subject, "outside", "outer_withdrawn"));
	}

	@Test
	void whatAVerbRefusesReachesTheCallerAndNothingIsKept() {
		deploy("refusing", Drawings.bpmn("refusing", Drawings.around("service_note", """
				<bpmn:serviceTask id="service_note" name="记录" camunda:expression="${probe.note(matterId, 'done')}"/>""")));
		probe.failWith(new Refusal("matters.closed"));

		assertThatThrownBy(() -> processes.start("refusing", subject, Map.of("matterId", 9L)))
				.isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("matters.closed"));
		assertThat(processes.trace(subject)).isEmpty();

		probe.failWith(null);
		processes.start("refusing", subject, Map.of("matterId", 9L));
		assertThat(probe.heard).containsExactly("9 done");
	}

	@Test
	void aDecisionTableAnswersByKey() {
		deploy("triage", "table.dmn", Drawings.dmn("triage", "", "difficulty", "\"community\""));
		assertThat(decisions.decide("triage", Map.of("difficulty", "hard"))).isEqualTo(Map.of("tier", "community"));
		assertThat(decisions.decide("triage", Map.of("difficulty", "easy"))).isEqualTo(Map.of("tier", "building"));
		assertThat(decisions.decideAll("triage", Map.of("difficulty", "hard"))).hasSize(1);
	}

	@Test
	void aConditionOfAFormHoldsOrNot() {
		assertThat(feel.holds("=decision = \"raise\"", Map.of("decision", "raise"))).isTrue();
		assertThat(feel.holds("decision != \"raise\"", Map.of("decision", "raise"))).isFalse();
		assertThat(feel.holds("=amount > 3", Map.of())).isFalse();
		assertThat(feel.holds("=decision = \"raise\"", Map.of())).isFalse();
		assertThatThrownBy(() -> feel.holds("=1 +", Map.of())).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> feel.holds("=1 + 1", Map.of())).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void aModelTellsItsPropertiesAndItsNewestVersion() {
		String body = "<bpmn:extensionElements><camunda:properties><camunda:property name=\"kind\" value=\"%s\"/>"
				+ "</camunda:properties></bpmn:extensionElements>" + Drawings.around("user_mediate", CLAIMABLE);
		deploy("kinds", Drawings.bpmn("kinds", body.formatted("leak")));
		deploy("kinds", Drawings.bpmn("kinds", body.formatted("noise")));

		assertThat(models.property("kinds", "kind")).contains("noise");
		assertThat(models.property("kinds", "icon")).isEmpty();
		assertThat(models.property("no_such_model", "kind")).isEmpty();
		assertThat(models.latest()).filteredOn(model -> model.key().equals("kinds")).singleElement()
				.satisfies(model -> assertThat(model.version()).isEqualTo(2));
	}

	private String open(String key, String step) {
		deploy(key, Drawings.bpmn(key, Drawings.around("user_mediate", step)));
		processes.start(key, subject, Map.of("matterId", 1L));
		return heard.last(TaskOpened.class).taskId();
	}

	private void deploy(String key, String bpmn) {
		deploy(key, key + ".bpmn", bpmn);
	}

	private void deploy(String name, String file, String model) {
		repository.createDeployment().name(name).addInputStream("test/" + file, stream(model))
				.addInputStream("test/mediate.form", stream("{\"id\":\"mediate\",\"type\":\"default\",\"components\":[]}")).deploy();
	}

	private static java.io.InputStream stream(String text) {
		return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String rule) {
		assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
			assertThat(refusal.rule()).isEqualTo(rule);
			assertThat(refusal.status()).isEqualTo(HttpStatus.CONFLICT);
		});
	}
}
