package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.engine.Models;
import cn.cuobian.engine.ProcessEnded;
import cn.cuobian.engine.TaskAssigned;
import cn.cuobian.engine.TaskClosed;
import cn.cuobian.engine.TaskClosed.Outcome;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.refusals.Refusal;

/** The contract of the engine room about tasks, kept by the engine behind it. */
class EngineTaskTests extends EngineContract {

	@Autowired
	TaskService engineTasks;
	@Autowired
	PlatformTransactionManager transactions;
	@Autowired
	Models models;

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
		String task = open("worked");

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
		String task = open("raced");
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
		String contested = open("contested");
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
		String task = open("sparse");
		assertThatThrownBy(() -> tasks.complete(task, Map.of("narrative", "水".repeat(201))))
				.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("narrative");
		assertThatThrownBy(() -> processes.start("sparse", subject, Map.of("who", List.of("林"))))
				.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> processes.start("sparse", subject, Map.of("a b", 1)))
				.isInstanceOf(IllegalArgumentException.class);
		assertThat(engineTasks.createTaskQuery().taskId(task).count()).isOne();
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
				.containsExactlyInAnyOrder(Set.of("water@lingxiu"), Set.of("power@lingxiu"));
		assertThat(processes.trace(subject).get(0).active()).containsExactly("user_answer");
	}

	private static void assertRefused(ThrowingCallable call, String rule) {
		assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
			assertThat(refusal.rule()).isEqualTo(rule);
			assertThat(refusal.status()).isEqualTo(HttpStatus.CONFLICT);
		});
	}
}
