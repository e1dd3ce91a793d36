package cn.cuobian.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.Running;
import cn.cuobian.engine.TaskClosed.Outcome;
import cn.cuobian.engine.Tasks;

/** Our rows follow the engine, in its own transaction. */
class WorkRowsTests extends SomeTasks {

	@Autowired
	Tasks tasks;
	@Autowired
	Clocks clocks;

	@Test
	void a_task_that_opens_is_listed_with_its_place_its_post_and_the_time_its_clock_gives() {
		var item = list.get(task(), viewer(steward));
		assertThat(item.name().in(Locale.CHINESE)).isEqualTo("先看看");
		assertThat(item.name().in(Locale.ENGLISH)).isEqualTo("Look first");
		assertThat(item.next().in(Locale.ENGLISH)).isEqualTo("The hall looks again.");
		assertThat(item.place()).isEqualTo(here.building());
		assertThat(item.isTaken()).isFalse();
		assertThat(item.due()).isEqualTo(clocks.ofTask(item.taskId()).map(Running::due)).isPresent();
		assertThat(list.groups(item.taskId())).containsExactlyElementsOf(groupOfStewards());
	}

	@Test
	void the_place_stands_in_the_column_of_each_level() {
		var row = jdbc.sql("select city, township, community, compound, building, unit from work_item where task_id = ?")
			.param(task()).query().singleRow();
		assertThat(row.values()).containsExactly(here.city(), here.township(), here.community(), here.compound(),
				here.building(), null);
	}

	@Test
	void claiming_and_releasing_in_the_engine_is_followed() {
		var task = task();
		tasks.claim(task, steward.id());
		assertThat(list.get(task, viewer(steward)).isTakenBy(steward.id())).isTrue();
		assertThat(offeredAsTaken(task)).isTrue();
		tasks.release(task);
		assertThat(list.get(task, viewer(steward)).isTaken()).isFalse();
		assertThat(offeredAsTaken(task)).isFalse();
	}

	@Test
	void a_task_that_closes_is_listed_no_more_and_the_next_one_is() {
		var task = task();
		var subject = list.get(task, viewer(steward)).subject();
		tasks.complete(task, Map.of("decision", "done"));
		assertThat(list.find(task, viewer(steward))).isEmpty();
		assertThat(list.openFor(subject)).singleElement().extracting(WorkItem::elementId).isEqualTo("user_try_second");
		assertThat(list.result(task, viewer(steward))).hasValueSatisfying(result -> {
			assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
			assertThat(result.personId()).isNull();
		});
	}

	@Test
	void a_task_that_was_never_committed_was_never_listed() {
		var subject = subject();
		transaction.executeWithoutResult(status -> {
			processes.start("trial", subject, Map.of("place", here.building(), "matterId", 1L));
			assertThat(list.openFor(subject)).hasSize(1);
			status.setRollbackOnly();
		});
		assertThat(list.openFor(subject)).isEmpty();
	}

	@Test
	void a_task_is_overdue_from_its_due_instant_on_and_pressing_before() {
		var item = list.get(task(), viewer(steward));
		var due = item.due().orElseThrow();
		assertThat(item.isOverdue(due.minusSeconds(1))).isFalse();
		assertThat(item.isOverdue(due)).isTrue();
		assertThat(item.isPressing(due.minus(Duration.ofMinutes(1)))).isTrue();
		assertThat(item.isPressing(item.opened())).isFalse();
	}

	private boolean offeredAsTaken(String task) {
		return jdbc.sql("select taken from work_offer where task_id = ?").param(task).query(Boolean.class).single();
	}
}
