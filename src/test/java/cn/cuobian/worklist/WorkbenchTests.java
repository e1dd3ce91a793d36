package cn.cuobian.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import cn.cuobian.people.Appointments;
import cn.cuobian.refusals.Refusal;

/** What a person does with a task, alone and against another. */
class WorkbenchTests extends SomeTasks {

	@Autowired
	Bulk bulk;
	@Autowired
	Appointments appointments;

	@Test
	void who_holds_the_post_claims_the_task_and_puts_it_back() {
		var task = task();
		bench.claim(task, viewer(steward));
		assertThat(list.get(task, viewer(steward)).assignee()).isEqualTo(steward.id());
		bench.claim(task, viewer(steward));
		bench.release(task, viewer(steward));
		assertThat(list.get(task, viewer(steward)).isTaken()).isFalse();
	}

	@Test
	void a_task_of_others_does_not_exist() {
		var task = task();
		for (Runnable act : List.<Runnable>of(() -> bench.claim(task, viewer(stranger)),
				() -> bench.release(task, viewer(stranger)), () -> bench.complete(task, DONE, viewer(stranger)),
				() -> bench.handOver(task, steward.id(), "x", viewer(stranger)), () -> list.get(task, viewer(stranger)),
				() -> bench.form(task, viewer(stranger)), () -> bench.candidates(task, viewer(stranger)),
				() -> drafts.save(task, DONE, viewer(stranger)), () -> drafts.latest(task, viewer(stranger)),
				() -> bench.claim("no-such-task", viewer(stranger)))) {
			assertThat(refusal(act)).extracting(Refusal::status, Refusal::rule)
				.containsExactly(HttpStatus.NOT_FOUND, "refusals.not-found");
		}
	}

	@Test
	void who_oversees_the_place_reads_the_task_and_cannot_work_it() {
		var overseer = viewer(people.holding("supervisor", here.community()));
		var task = task();
		assertThat(list.get(task, overseer).taskId()).isEqualTo(task);
		assertThat(refusal(() -> bench.claim(task, overseer)).status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(refusal(() -> bench.complete(task, DONE, overseer)).status()).isEqualTo(HttpStatus.FORBIDDEN);
	}

	@Test
	void what_another_has_taken_is_not_for_me() {
		var task = task();
		bench.claim(task, viewer(steward));
		var late = refusal(() -> bench.claim(task, viewer(otherSteward)));
		assertThat(late.rule()).isEqualTo("worklist.taken-by");
		assertThat(late.arguments()).containsExactly(steward.name());
		assertThat(refusal(() -> bench.release(task, viewer(otherSteward))).status()).isEqualTo(HttpStatus.CONFLICT);
		assertThat(refusal(() -> bench.complete(task, DONE, viewer(otherSteward))).status()).isEqualTo(HttpStatus.CONFLICT);
	}

	@Test
	void completing_hands_decisions_to_the_process_and_keeps_who_decided_what() {
		var task = task();
		bench.complete(task, DONE, viewer(steward));
		var result = list.result(task, viewer(otherSteward)).orElseThrow();
		assertThat(result.personId()).isEqualTo(steward.id());
		assertThat(result.decided().zh()).isEqualTo("意见：办好了");
		assertThat(result.decided().en()).isEqualTo("Decision: Done");
		assertThat(variables(result.subject())).contains("decision").doesNotContain("minutes", "reason");
	}

	@Test
	void a_form_that_does_not_fit_changes_nothing() {
		var task = task();
		var refusal = refusal(() -> bench.complete(task, Map.of("decision", "raise", "spare", "x"), viewer(steward)));
		assertThat(refusal.parts()).extracting(Refusal::field).containsExactlyInAnyOrder("spare", "minutes", "reason");
		assertThat(list.get(task, viewer(steward)).isTaken()).isFalse();
	}

	@Test
	void of_two_who_claim_at_once_one_has_it_and_the_other_is_told_who() throws Exception {
		for (int round = 0; round < 5; round++) {
			var task = task();
			var outcomes = atOnce(() -> bench.claim(task, viewer(steward)), () -> bench.claim(task, viewer(otherSteward)));
			var assignee = list.get(task, viewer(steward)).assignee();
			assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(1);
			assertThat(outcomes).filteredOn(outcome -> outcome != null).singleElement().satisfies(late -> {
				assertThat(late.rule()).isEqualTo("worklist.taken-by");
				assertThat(late.arguments()).containsExactly(assignee == steward.id() ? steward.name() : otherSteward.name());
			});
		}
	}

	@Test
	void of_two_who_complete_at_once_one_did_it_and_the_other_keeps_his_text() throws Exception {
		for (int round = 0; round < 5; round++) {
			var task = task();
			var outcomes = atOnce(() -> bench.complete(task, answered("甲写的"), viewer(steward)),
					() -> bench.complete(task, answered("乙写的"), viewer(otherSteward)));
			var result = list.result(task, viewer(steward)).orElseThrow();
			assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(1);
			assertThat(outcomes).filteredOn(outcome -> outcome != null).singleElement()
				.extracting(Refusal::rule, Refusal::status).containsExactly("worklist.done-by-another", HttpStatus.CONFLICT);
			var stewardWasLate = result.personId() == otherSteward.id();
			var late = stewardWasLate ? steward : otherSteward;
			assertThat(drafts.own(task, viewer(late)).orElseThrow().answers())
				.containsEntry("minutes", stewardWasLate ? "甲写的" : "乙写的");
			assertThat(drafts.own(task, viewer(stewardWasLate ? otherSteward : steward))).isEmpty();
			assertThat(list.openFor(result.subject())).hasSize(1);
		}
	}

	@Test
	void two_tasks_of_one_procedure_are_completed_at_once_and_neither_is_told_of_the_other() throws Exception {
		for (int round = 0; round < 5; round++) {
			var subject = subject();
			processes.start("trial_together", subject, Map.of("place", here.building(), "matterId", 1L));
			var two = list.openFor(subject);
			assertThat(atOnce(() -> bench.complete(two.get(0).taskId(), DONE, viewer(steward)),
					() -> bench.complete(two.get(1).taskId(), DONE, viewer(otherSteward)))).containsOnlyNulls();
			assertThat(list.openFor(subject)).extracting(WorkItem::elementId).containsExactly("user_try_last");
		}
	}

	@Test
	void who_completes_a_second_time_is_told_that_he_did_it_already() {
		var task = task();
		bench.complete(task, DONE, viewer(steward));
		assertThat(refusal(() -> bench.complete(task, DONE, viewer(steward))).rule()).isEqualTo("worklist.done-by-yourself");
	}

	@Test
	void a_task_is_handed_to_somebody_at_the_post_with_a_reason() {
		var task = task();
		bench.claim(task, viewer(steward));
		assertThat(refusal(() -> bench.handOver(task, otherSteward.id(), " ", viewer(steward))).field()).isEqualTo("reason");
		assertThat(refusal(() -> bench.handOver(task, secretary.id(), "请假", viewer(steward))).field()).isEqualTo("to");
		bench.handOver(task, otherSteward.id(), "请假", viewer(steward));
		assertThat(list.get(task, viewer(steward)).assignee()).isEqualTo(otherSteward.id());
	}

	@Test
	void candidates_are_shown_with_what_they_have_in_hand() {
		var task = task();
		bench.claim(task(), viewer(otherSteward));
		bench.claim(task, viewer(steward));
		assertThat(bench.candidates(task, viewer(steward))).singleElement()
			.isEqualTo(new Candidate(otherSteward.id(), otherSteward.name(), "building-steward@" + here.building(), 1));
	}

	@Test
	void a_draft_goes_with_the_task_and_says_whose_it_is() {
		var task = task();
		bench.claim(task, viewer(steward));
		drafts.save(task, Map.of("minutes", "谈了一半", "decision", ""), viewer(steward));
		bench.handOver(task, otherSteward.id(), "请假", viewer(steward));
		assertThat(drafts.latest(task, viewer(otherSteward))).hasValueSatisfying(draft -> {
			assertThat(draft.personId()).isEqualTo(steward.id());
			assertThat(draft.savedAt()).isEqualTo(clock.instant());
			assertThat(draft.answers()).isEqualTo(Map.of("minutes", "谈了一半"));
		});
	}

	@Test
	void a_draft_is_replaced_by_the_next_one_and_gone_when_the_task_is_done() {
		var task = task();
		drafts.save(task, Map.of("minutes", "一"), viewer(steward));
		drafts.save(task, Map.of("minutes", "二"), viewer(steward));
		assertThat(drafts.own(task, viewer(steward)).orElseThrow().answers()).containsEntry("minutes", "二");
		bench.complete(task, DONE, viewer(steward));
		assertThat(drafts.own(task, viewer(steward))).isEmpty();
	}

	@Test
	void several_at_once_are_done_one_by_one_and_each_says_what_became_of_it() {
		var mine = task();
		var taken = task();
		var foreign = elsewhere();
		bench.claim(taken, viewer(otherSteward));
		var results = bulk.complete(List.of(mine, taken, foreign), DONE, viewer(steward));
		assertThat(results).extracting(ItemResult::isDone).containsExactly(true, false, false);
		assertThat(results.get(1).refusal().orElseThrow().rule()).isEqualTo("worklist.taken-by");
		assertThat(results.get(2).refusal().orElseThrow().status()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(results.get(2).number()).isNull();
	}

	@Test
	void tasks_of_different_steps_are_not_completed_together() {
		var first = task();
		var second = task();
		bench.complete(second, DONE, viewer(steward));
		appointments.appoint(otherSteward.id(), "hall-secretary", here.compound(), clock.instant(), null);
		var next = list.openFor(list.result(second, viewer(steward)).orElseThrow().subject()).get(0).taskId();
		assertThat(refusal(() -> bulk.complete(List.of(first, next), DONE, viewer(otherSteward))).rule())
			.isEqualTo("worklist.bulk-differs");
		assertThat(refusal(() -> bulk.claim(List.of(), viewer(steward))).rule()).isEqualTo("worklist.nothing-picked");
	}

	private String elsewhere() {
		var branch = places.branch();
		people.holding("building-steward", branch.building());
		return task(branch.building());
	}

	private static Map<String, String> answered(String minutes) {
		return Map.of("minutes", minutes, "decision", "done");
	}

	private List<String> variables(String subject) {
		return jdbc.sql("""
				select v.name_ from act_ru_variable v join act_ru_execution e on e.id_ = v.proc_inst_id_
				where e.business_key_ = ?""").param(subject).query(String.class).list();
	}

	private static Refusal refusal(Runnable act) {
		return catchThrowableOfType(Refusal.class, act::run);
	}

	/** What each was refused with, {@code null} where it was done. */
	private static List<Refusal> atOnce(Runnable one, Runnable other) throws Exception {
		var ready = new CyclicBarrier(2);
		var threads = Executors.newFixedThreadPool(2);
		try {
			var first = threads.submit(acting(ready, one));
			var second = threads.submit(acting(ready, other));
			return Arrays.asList(first.get(), second.get());
		} finally {
			threads.shutdown();
		}
	}

	private static Callable<Refusal> acting(CyclicBarrier ready, Runnable act) {
		return () -> {
			ready.await();
			return refusal(act);
		};
	}
}
