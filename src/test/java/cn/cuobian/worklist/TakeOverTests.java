package cn.cuobian.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import cn.cuobian.people.Appointments;
import cn.cuobian.people.Person;
import cn.cuobian.refusals.Refusal;

/** Somebody has a task and cannot go on with it: no task may wait for one person for ever. */
class TakeOverTests extends SomeTasks {

	@Autowired
	Appointments appointments;
	@Autowired
	Lapses lapses;

	private String task;

	@BeforeEach
	void theStewardHasIt() {
		task = task();
		bench.claim(task, viewer(steward));
	}

	@Test
	void a_colleague_takes_it_over_with_a_reason_and_the_draft() {
		drafts.save(task, DONE, viewer(steward));
		assertThat(refusal(() -> bench.takeOver(task, steward.id(), " ", viewer(otherSteward))).field()).isEqualTo("reason");
		bench.takeOver(task, steward.id(), "他住院了", viewer(otherSteward));
		assertThat(assignee()).isEqualTo(otherSteward.id());
		assertThat(drafts.latest(task, viewer(otherSteward)).orElseThrow().personId()).isEqualTo(steward.id());
		bench.complete(task, DONE, viewer(otherSteward));
		assertThat(list.result(task, viewer(steward)).orElseThrow().personId()).isEqualTo(otherSteward.id());
	}

	@Test
	void a_deputy_takes_it_over() {
		var deputy = people.person();
		var holding = appointments.of(steward.id()).get(0).id();
		appointments.deputise(holding, deputy.id(), clock.instant(), clock.instant().plus(Duration.ofDays(2)));
		bench.takeOver(task, steward.id(), "他住院了", viewer(deputy));
		assertThat(assignee()).isEqualTo(deputy.id());
	}

	@Test
	void who_had_it_is_told_and_keeps_what_he_writes_too_late() {
		bench.takeOver(task, steward.id(), "他住院了", viewer(otherSteward));
		var late = refusal(() -> bench.complete(task, DONE, viewer(steward)));
		assertThat(late).extracting(Refusal::status, Refusal::rule).containsExactly(HttpStatus.CONFLICT, "worklist.taken-by");
		assertThat(late.arguments()).containsExactly(otherSteward.name());
		assertThat(drafts.own(task, viewer(steward)).orElseThrow().answers()).containsEntry("minutes", DONE.get("minutes"));
	}

	@Test
	void it_is_taken_only_from_the_one_who_was_thought_to_have_it() {
		var third = people.holding("building-steward", here.building());
		bench.takeOver(task, steward.id(), "他住院了", viewer(otherSteward));
		var late = refusal(() -> bench.takeOver(task, steward.id(), "他住院了", viewer(third)));
		assertThat(late.status()).isEqualTo(HttpStatus.CONFLICT);
		assertThat(late.arguments()).containsExactly(otherSteward.name());
		assertThat(assignee()).isEqualTo(otherSteward.id());
	}

	@Test
	void of_two_who_take_it_over_at_once_one_has_it_and_the_other_is_told_who() throws Exception {
		var third = people.holding("building-steward", here.building());
		var ready = new CyclicBarrier(2);
		var threads = Executors.newFixedThreadPool(2);
		try {
			var attempts = List.of(otherSteward, third).stream().map(person -> threads.submit(() -> {
				ready.await();
				return refusal(() -> bench.takeOver(task, steward.id(), "他住院了", viewer(person)));
			})).toList();
			var first = attempts.get(0).get();
			var second = attempts.get(1).get();
			assertThat(first == null ? 0 : 1).isNotEqualTo(second == null ? 0 : 1);
			assertThat((first == null ? second : first).status()).isEqualTo(HttpStatus.CONFLICT);
			assertThat(assignee()).isEqualTo(first == null ? otherSteward.id() : third.id());
		} finally {
			threads.shutdown();
		}
	}

	@Test
	void the_supervisor_of_the_place_hands_it_to_somebody_whom_it_fits() {
		var supervisor = people.holding("supervisor", here.community());
		assertThat(bench.candidates(task, viewer(supervisor))).extracting(Candidate::personId).containsExactly(otherSteward.id());
		assertThat(refusal(() -> bench.handOver(task, secretary.id(), "住院", viewer(supervisor))).field()).isEqualTo("to");
		bench.handOver(task, otherSteward.id(), "他住院了", viewer(supervisor));
		assertThat(assignee()).isEqualTo(otherSteward.id());
		assertThat(refusal(() -> bench.takeOver(task, otherSteward.id(), "x", viewer(supervisor))).status())
			.isEqualTo(HttpStatus.FORBIDDEN);
	}

	@Test
	void for_the_supervisor_of_another_place_it_does_not_exist_and_whoever_only_reads_may_not() {
		var foreign = people.holding("supervisor", places.branch().community());
		for (Runnable act : List.<Runnable>of(() -> bench.handOver(task, otherSteward.id(), "x", viewer(foreign)),
				() -> bench.candidates(task, viewer(foreign)), () -> bench.takeOver(task, steward.id(), "x", viewer(foreign)),
				() -> bench.takeOver(task, steward.id(), "x", viewer(stranger)))) {
			assertThat(refusal(act).status()).isEqualTo(HttpStatus.NOT_FOUND);
		}
		appointments.appoint(foreign.id(), "community-secretary", here.community(), clock.instant(), null);
		assertThat(refusal(() -> bench.handOver(task, otherSteward.id(), "x", viewer(foreign))).status())
			.as("he reads here as a secretary and supervises elsewhere").isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(assignee()).isEqualTo(steward.id());
	}

	@Test
	void a_claim_lapses_when_the_post_is_taken_back() {
		end(steward);
		assertThat(assignee()).isNull();
		bench.claim(task, viewer(otherSteward));
		assertThat(assignee()).isEqualTo(otherSteward.id());
	}

	@Test
	void a_claim_stays_with_who_is_still_of_the_group_in_another_way() {
		var other = appointments.of(otherSteward.id()).get(0).id();
		appointments.deputise(other, steward.id(), clock.instant(), clock.instant().plus(Duration.ofDays(2)));
		end(steward);
		assertThat(assignee()).isEqualTo(steward.id());
		appointments.endDeputy(appointments.deputies(appointments.of(otherSteward.id())).get(0).id());
		assertThat(assignee()).isNull();
	}

	@Test
	void the_claim_of_a_deputy_lapses_with_the_post_he_acted_in() {
		var deputy = people.person();
		var holding = appointments.of(steward.id()).get(0).id();
		appointments.deputise(holding, deputy.id(), clock.instant(), clock.instant().plus(Duration.ofDays(2)));
		bench.takeOver(task, steward.id(), "他住院了", viewer(deputy));
		end(steward);
		assertThat(assignee()).isNull();
	}

	@Test
	void what_the_last_at_a_post_had_is_offered_to_those_the_work_falls_to() {
		end(otherSteward);
		end(steward);
		assertThat(assignee()).isNull();
		bench.claim(task, viewer(secretary));
		assertThat(assignee()).isEqualTo(secretary.id());
		lapses.sweep();
		assertThat(assignee()).isEqualTo(secretary.id());
	}

	@Test
	void a_claim_lapses_within_the_hour_after_the_last_day_of_a_post() {
		var leaving = people.person();
		appointments.appoint(leaving.id(), "building-steward", here.building(), clock.instant(), clock.instant().plus(Duration.ofDays(1)));
		bench.takeOver(task, steward.id(), "换人", viewer(leaving));
		lapses.sweep();
		assertThat(assignee()).isEqualTo(leaving.id());
		clock.travel(Duration.ofDays(1));
		lapses.sweep();
		assertThat(assignee()).isNull();
	}

	private Long assignee() {
		return jdbc.sql("select assignee from work_item where task_id = ?").param(task).query(Long.class).optional().orElse(null);
	}

	private void end(Person person) {
		appointments.of(person.id()).forEach(holding -> appointments.end(holding.id()));
	}

	private static Refusal refusal(Runnable act) {
		return catchThrowableOfType(Refusal.class, act::run);
	}
}
