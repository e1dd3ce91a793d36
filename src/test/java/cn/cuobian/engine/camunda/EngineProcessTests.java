package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.TestClock;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.engine.Models;
import cn.cuobian.engine.NotWaiting;
import cn.cuobian.engine.ProcessEnded;
import cn.cuobian.engine.ProcessTrace;
import cn.cuobian.engine.TaskClosed.Outcome;
import cn.cuobian.engine.TaskClosed;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.refusals.Refusal;

/** The contract of the engine room about procedures that run, kept by the engine behind it. */
class EngineProcessTests extends EngineContract {

	@Autowired
	DueJobs due;
	@Autowired
	TestClock clock;
	@Autowired
	Models models;

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
}
