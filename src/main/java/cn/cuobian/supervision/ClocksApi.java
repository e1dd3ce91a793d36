package cn.cuobian.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import cn.cuobian.people.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board for other systems, with the territory of the supervisor whose token it is. */
@RestController
@RequestMapping("/api/v1/clocks")
@Tag(name = "clocks", description = "List the open clocks of a supervisor's territory")
class ClocksApi {

	/** More rows than this are never read for one page. */
	private static final int LONGEST_PAGE = 100;

	private final Board board;

	ClocksApi(Board board) {
		this.board = board;
	}

	@Operation(summary = "List open clocks, the next one due first", description = "For supervisors. Filters as in the address of "
			+ "the board: place (with everything below it; 404 outside your territory), tier, kind, person, post, state (overdue, "
			+ "today, soon, paused, asked, listed).")
	@GetMapping
	OpenClocks clocks(@RequestParam(required = false) String after, @RequestParam(defaultValue = "30") int size,
			@RequestParam Map<String, String> parameters, Viewer viewer) {
		var page = board.page(BoardFilter.of(parameters), viewer, after, Math.max(1, Math.min(size, LONGEST_PAGE)));
		return new OpenClocks(page.rows().stream().map(OpenClock::of).toList(), page.next().orElse(null));
	}

	/**
	 * An open clock.
	 *
	 * @param code of the time limit, such as {@code LADDER.HALL}
	 * @param matter number of the matter it is about
	 * @param task the task it runs for; null if it runs for the matter as a whole
	 * @param post who may take the task, post@place; null without a task
	 * @param assignee id of the person who has taken it, or null
	 * @param due the first instant that is too late; null while it is paused
	 * @param extensionAsked somebody asks for more time
	 * @param urged how often
	 * @param listed it is under special supervision (挂牌督办)
	 */
	record OpenClock(long id, String code, String matter, String title, String kind, String tier, String place, String task, String post,
			Long assignee, Instant due, boolean paused, boolean extensionAsked, int urged, boolean listed) {

		static OpenClock of(Watched row) {
			return new OpenClock(row.clockId(), row.code(), row.number(), row.title(), row.kind(), row.tier(), row.place(), row.taskId(),
					row.group(), row.assignee(), row.isPaused() ? null : row.due(), row.isPaused(), row.asked(), row.urged(), row.listed());
		}
	}

	/** @param next value of {@code after} for the following page; null on the last one */
	record OpenClocks(List<OpenClock> items, String next) {
	}
}
