package cn.cuobian.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.people.Viewer;
import cn.cuobian.worklist.WorkFilter.Tab;

/** Pages of the list: complete, in order, and never more than the viewer may see. */
class WorkPagesTests extends SomeTasks {

	private static final int TASKS = 11;

	@Autowired
	WorkRows rows;
	private final Random random = new Random(7);
	private final List<String> tasks = new ArrayList<>();
	private Viewer viewer;

	@BeforeEach
	void tasksOfOnePostWithDueTimesOfWhichSomeAreTheSame() {
		viewer = viewer(steward);
		for (int i = 0; i < TASKS; i++) {
			var task = task();
			tasks.add(task);
			rows.moveDue(Map.of(task, clock.instant().plus(Duration.ofHours(random.nextInt(8) - 3))));
			clock.travel(Duration.ofMinutes(random.nextInt(2)));
		}
	}

	@ParameterizedTest
	@CsvSource({"posts,due,1", "posts,due,5", "posts,newest,4", "posts,number,7", "all,due,5", "all,newest,3", "all,due,100"})
	void going_on_page_by_page_finds_each_task_once_and_in_order(String tab, String sort, int size) {
		var filter = filter(Map.of("tab", tab, "sort", sort, "taken", "anybody"));
		var found = walk(filter, size);
		assertThat(found).extracting(WorkItem::taskId).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tasks);
		assertThat(found).isSortedAccordingTo((one, other) -> switch (sort) {
			case "newest" -> other.opened().compareTo(one.opened());
			case "number" -> one.number().compareTo(other.number());
			default -> one.due().orElseThrow().compareTo(other.due().orElseThrow());
		});
	}

	@Test
	void a_page_goes_on_behind_its_last_row_when_rows_come_and_go_in_between() {
		var first = list.page(WorkFilter.of(Tab.POSTS), viewer, null, 5);
		bench.complete(first.items().get(4).taskId(), DONE, viewer);
		rows.moveDue(Map.of(task(), clock.instant().minus(Duration.ofDays(9))));
		var second = list.page(WorkFilter.of(Tab.POSTS), viewer, first.next().orElseThrow(), 100);
		assertThat(second.items()).extracting(WorkItem::taskId)
			.doesNotContainAnyElementsOf(first.items().stream().map(WorkItem::taskId).toList()).hasSize(TASKS - 5);
	}

	@Test
	void the_last_page_says_that_it_is_the_last() {
		assertThat(list.page(WorkFilter.of(Tab.POSTS), viewer, null, TASKS).next()).isEmpty();
		assertThat(list.page(WorkFilter.of(Tab.POSTS), viewer, null, TASKS - 1).next()).isPresent();
	}

	@Test
	void a_cursor_nobody_gave_out_shows_the_first_page() {
		var first = list.page(WorkFilter.of(Tab.POSTS), viewer, null, 5).items();
		for (var after : List.of("x", "%", "RFVFCm5vdGhpbmcKeA", "", "TkVXRVNUCnkKeA")) {
			assertThat(list.page(WorkFilter.of(Tab.POSTS), viewer, after, 5).items()).isEqualTo(first);
		}
	}

	@Test
	void whatever_is_asked_nobody_sees_more_than_he_may() {
		var viewers = List.of(viewer(stranger), viewer(secretary), viewer(people.person()), viewer);
		for (int i = 0; i < 60; i++) {
			var viewer = viewers.get(random.nextInt(viewers.size()));
			var filter = filter(Map.of("tab", any("mine", "posts", "all"), "due", any("any", "overdue", "week"),
					"taken", any("anybody", "nobody", "me"), "place", any("", here.city(), here.building()), "sort", any("due", "newest")));
			list.page(filter, viewer, null, 100).items()
				.forEach(item -> assertThat(list.find(item.taskId(), viewer)).as("%s of %s", filter, viewer.name()).isPresent());
		}
		assertThat(list.page(filter(Map.of("tab", "all")), viewer(stranger), null, 100).items()).isEmpty();
	}

	@Test
	void filters_and_counts_agree_with_the_rows() {
		bench.claim(tasks.get(0), viewer);
		var now = clock.instant();
		var overdue = walk(filter(Map.of("tab", "all", "due", "overdue")), 100);
		assertThat(overdue).isNotEmpty().allMatch(item -> item.isOverdue(now));
		assertThat(walk(filter(Map.of("tab", "posts", "taken", "anybody")), 100)).hasSize(TASKS);
		assertThat(walk(filter(Map.of("tab", "posts")), 100)).hasSize(TASKS - 1).noneMatch(WorkItem::isTaken);
		assertThat(walk(filter(Map.of("tab", "posts", "taken", "me")), 100)).extracting(WorkItem::taskId).containsExactly(tasks.get(0));
		assertThat(walk(filter(Map.of("tab", "mine")), 100)).hasSize(1);
		assertThat(walk(filter(Map.of("tab", "posts", "place", here.compound())), 100)).hasSize(TASKS - 1);
		assertThat(walk(filter(Map.of("tab", "posts", "place", here.otherCompound())), 100)).isEmpty();
		assertThat(walk(filter(Map.of("tab", "posts", "step", "user_try_second")), 100)).isEmpty();
		assertThat(list.count(filter(Map.of("tab", "posts")), viewer, 100)).isEqualTo(TASKS - 1);
		assertThat(list.count(filter(Map.of("tab", "posts")), viewer, 4)).isEqualTo(4);
	}

	@Test
	void a_task_is_found_by_the_beginning_of_its_number_or_title() {
		var item = list.get(tasks.get(3), viewer);
		jdbc.sql("update work_item set number = 'QZ-2026-9' || upper(substring(task_id, 1, 13)), title = '100%漏水' where task_id = ?")
			.param(item.taskId()).update();
		for (var text : List.of("qz-2026-9" + item.taskId().substring(0, 13), "100%漏")) {
			assertThat(walk(filter(Map.of("tab", "posts", "text", text)), 100)).extracting(WorkItem::taskId).contains(item.taskId());
		}
		assertThat(walk(filter(Map.of("tab", "posts", "text", "100漏")), 100)).isEmpty();
	}

	@Test
	void the_address_of_a_list_says_all_of_it_and_nothing_else() {
		var filter = filter(Map.of("tab", "all", "text", "漏 & 水", "due", "week", "spare", "x"));
		assertThat(filter.query()).isEqualTo("tab=all&due=week&text=%E6%BC%8F%20%26%20%E6%B0%B4");
		assertThat(filter(Map.of("tab", "all", "sort", "number")).query()).isEqualTo("tab=all");
	}

	private List<WorkItem> walk(WorkFilter filter, int size) {
		var found = new ArrayList<WorkItem>();
		var cursors = new HashSet<String>();
		for (String after = null; cursors.add(String.valueOf(after)); ) {
			var page = list.page(filter, viewer, after, size);
			found.addAll(page.items());
			after = page.next().orElse(null);
		}
		return found;
	}

	private String any(String... choices) {
		return choices[random.nextInt(choices.length)];
	}

	private static WorkFilter filter(Map<String, String> parameters) {
		return WorkFilter.of(parameters);
	}
}
