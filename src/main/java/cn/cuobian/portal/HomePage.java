package cn.cuobian.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import cn.cuobian.matters.MatterTimes;
import cn.cuobian.people.Posts;
import cn.cuobian.people.Viewer;
import cn.cuobian.worklist.WorkFilter;
import cn.cuobian.worklist.WorkFilter.Tab;
import cn.cuobian.worklist.Worklist;

/** What is on my desk: what is late, what is due today, what is new at my posts; for overseers what is late anywhere. */
@Controller
class HomePage {

	private static final int FEW = 5;
	private static final int MANY = 100;
	private static final Duration LATELY = Duration.ofDays(7);

	private final Worklist list;
	private final TaskLines lines;
	private final Posts posts;
	private final MatterTimes times;
	private final Clock clock;

	HomePage(Worklist list, TaskLines lines, Posts posts, MatterTimes times, Clock clock) {
		this.list = list;
		this.lines = lines;
		this.posts = posts;
		this.times = times;
		this.clock = clock;
	}

	@GetMapping("/")
	String home(Viewer viewer, Locale locale, Model model) {
		model.addAttribute("name", viewer.name());
		model.addAttribute("posts", viewer.groups().stream().map(group -> posts.nameOf(group, locale)).sorted().toList());
		model.addAttribute("figures", figures(viewer));
		model.addAttribute("next", few(filter(Tab.MINE, Map.of()), viewer, locale));
		model.addAttribute("fresh", few(filter(Tab.POSTS, Map.of("sort", "newest")), viewer, locale));
		model.addAttribute("done", done(viewer, locale));
		model.addAttribute("oversees", !viewer.territories().isEmpty());
		if (!viewer.territories().isEmpty()) {
			model.addAttribute("late", few(filter(Tab.ALL, Map.of("due", "overdue")), viewer, locale));
		}
		return "portal/home";
	}

	private List<Figure> figures(Viewer viewer) {
		return List.of(figure("overdue", filter(Tab.MINE, Map.of("due", "overdue")), viewer),
				figure("today", filter(Tab.MINE, Map.of("due", "today")), viewer),
				figure("mine", filter(Tab.MINE, Map.of()), viewer), figure("free", filter(Tab.POSTS, Map.of()), viewer));
	}

	private Figure figure(String name, WorkFilter filter, Viewer viewer) {
		var count = list.count(filter, viewer, MANY);
		return new Figure(name, count < MANY ? String.valueOf(count) : MANY - 1 + "+", count > 0, filter.query());
	}

	private List<TaskLine> few(WorkFilter filter, Viewer viewer, Locale locale) {
		return lines.of(list.page(filter, viewer, null, FEW).items(), viewer, locale);
	}

	private List<Done> done(Viewer viewer, Locale locale) {
		return list.doneBy(viewer, clock.instant().minus(LATELY), FEW).stream().map(result -> new Done(result.taskId(),
				result.number(), result.name().in(locale), times.minute(result.doneAt()))).toList();
	}

	private static WorkFilter filter(Tab tab, Map<String, String> narrowed) {
		var parameters = new LinkedHashMap<>(narrowed);
		parameters.put("tab", tab.name().toLowerCase(Locale.ROOT));
		return WorkFilter.of(parameters);
	}

	/** A number that leads to its list. */
	record Figure(String name, String count, boolean any, String query) {
	}

	record Done(String id, String number, String step, String at) {
	}
}
