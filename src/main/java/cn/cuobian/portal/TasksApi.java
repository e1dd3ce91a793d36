package cn.cuobian.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cn.cuobian.people.Viewer;
import cn.cuobian.worklist.WorkFilter;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.WorkResult;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Reads and works tasks for other systems, with the rights of the person whose token it is. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "tasks", description = "List tasks and work them")
class TasksApi {

	private final Worklist list;
	private final Workbench bench;

	TasksApi(Worklist list, Workbench bench) {
		this.list = list;
		this.bench = bench;
	}

	@Operation(summary = "List open tasks", description = "tab is mine, posts or all; further filters as in the address of "
			+ "the task list: place, kind, tier, step, due (overdue, today, week), taken (anybody, me, nobody), text, sort "
			+ "(due, newest, number).")
	@GetMapping
	TaskItems tasks(@RequestParam(defaultValue = "posts") String tab, @RequestParam(required = false) String after,
			@RequestParam(defaultValue = "30") int size, @RequestParam Map<String, String> parameters, Viewer viewer) {
		var page = list.page(WorkFilter.of(parameters), viewer, after, size);
		var groups = list.groups(page.items());
		return new TaskItems(page.items().stream().map(item -> item(item, groups.get(item.taskId()))).toList(),
				page.next().orElse(null));
	}

	@Operation(summary = "Read one open task", description = "404 for a task that is closed, or not yours to see.")
	@GetMapping("/{id}")
	TaskItem task(@PathVariable String id, Viewer viewer) {
		return item(list.get(id, viewer), list.groups(id));
	}

	@Operation(summary = "The form of a task", description = "A form-js schema; options of named sources are filled in.")
	@GetMapping(path = "/{id}/form", produces = MediaType.APPLICATION_JSON_VALUE)
	String form(@PathVariable String id, Viewer viewer) {
		return bench.form(id, viewer).json();
	}

	@Operation(summary = "Claim a task")
	@ApiResponse(responseCode = "409", description = "Somebody else has claimed it")
	@PostMapping("/{id}/claim")
	TaskItem claim(@PathVariable String id, Viewer viewer) {
		bench.claim(id, viewer);
		return task(id, viewer);
	}

	@Operation(summary = "Put a task back to its posts")
	@PostMapping("/{id}/release")
	TaskItem release(@PathVariable String id, Viewer viewer) {
		bench.release(id, viewer);
		return task(id, viewer);
	}

	@Operation(summary = "Hand a task over to somebody who holds a fitting post", description = "Who has it may, and a "
			+ "supervisor of the place.")
	@PostMapping("/{id}/hand-over")
	TaskItem handOver(@PathVariable String id, @RequestBody HandOver given, Viewer viewer) {
		bench.handOver(id, given.to() == null ? 0 : given.to(), given.reason(), viewer);
		return task(id, viewer);
	}

	@Operation(summary = "Take a task over from a colleague who cannot go on with it", description = "from is the assignee you "
			+ "take it from; he is told, and the reason stands in the record.")
	@ApiResponse(responseCode = "409", description = "Somebody else has it by now, or it is done")
	@PostMapping("/{id}/take-over")
	TaskItem takeOver(@PathVariable String id, @RequestBody TakeOver given, Viewer viewer) {
		bench.takeOver(id, given.from() == null ? 0 : given.from(), given.reason(), viewer);
		return task(id, viewer);
	}

	@Operation(summary = "Complete a task", description = "values holds the answers by the key of the form's fields. Every "
			+ "wrong field is named in errors.")
	@ApiResponse(responseCode = "409", description = "Somebody else was first; what was sent is kept as a draft")
	@ApiResponse(responseCode = "422", description = "The answers do not fit the form")
	@PostMapping("/{id}/complete")
	Completed complete(@PathVariable String id, @RequestBody Answers given, Viewer viewer) {
		return Completed.of(bench.complete(id, given.values() == null ? Map.of() : given.values(), viewer));
	}

	private static TaskItem item(WorkItem item, List<String> groups) {
		return new TaskItem(item.taskId(), item.name().zh(), item.name().en(), item.number(), item.title(), item.kind(),
				item.tier(), item.place(), item.elementId(), groups == null ? List.of() : groups, item.assignee(),
				item.opened(), item.dueOrNull(), "/api/v1/tasks/" + item.taskId() + "/form");
	}

	/**
	 * An open task.
	 *
	 * @param matter number of the matter it is about
	 * @param step element of the drawing
	 * @param groups posts that may take it, post@place
	 * @param assignee id of the person who has taken it, or null
	 * @param due the first instant that is too late, or null
	 * @param form address of its form
	 */
	record TaskItem(String id, String name, String nameEn, String matter, String title, String kind, String tier,
			String place, String step, List<String> groups, Long assignee, Instant opened, Instant due, String form) {
	}

	/** @param next value of {@code after} for the following page; null on the last one */
	record TaskItems(List<TaskItem> items, String next) {
	}

	record HandOver(Long to, String reason) {
	}

	record TakeOver(Long from, String reason) {
	}

	record Answers(Map<String, Object> values) {
	}

	/** @param decided what was decided, in words */
	record Completed(String id, String matter, Instant completedAt, String decided, String decidedEn) {

		static Completed of(WorkResult result) {
			return new Completed(result.taskId(), result.number(), result.doneAt(), result.decided().zh(),
					result.decided().en());
		}
	}
}
