package cn.cuobian.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Places;
import cn.cuobian.worklist.SavedViews;
import cn.cuobian.worklist.WorkFilter;
import cn.cuobian.worklist.WorkFilter.Tab;
import cn.cuobian.worklist.Worklist;

/** The task list: everything chosen stands in the address, so every list can be kept, shared and gone back to. */
@Controller
class TaskListPage {

	private static final int PAGE = 25;
	/** Numbers beside the tabs are counted no further. */
	private static final int MANY = 100;

	private final Worklist list;
	private final TaskLines lines;
	private final SavedViews views;
	private final Places places;

	TaskListPage(Worklist list, TaskLines lines, SavedViews views, Places places) {
		this.list = list;
		this.lines = lines;
		this.views = views;
		this.places = places;
	}

	@GetMapping("/tasks")
	String tasks(@RequestParam Map<String, String> parameters, Viewer viewer, Locale locale, Model model) {
		if (!parameters.containsKey("tab")) {
			return "redirect:/tasks?" + views.defaultOf(viewer).map(view -> view.query())
				.orElseGet(() -> WorkFilter.of(opening(viewer)).query());
		}
		var filter = WorkFilter.of(parameters);
		var page = list.page(filter, viewer, parameters.get("after"), PAGE);
		model.addAttribute("filter", filter);
		model.addAttribute("lines", lines.of(page.items(), viewer, locale));
		model.addAttribute("next", page.next().orElse(null));
		model.addAttribute("first", !parameters.containsKey("after"));
		describe(filter, viewer, locale, model);
		return "portal/tasks";
	}

	@PostMapping("/tasks/views")
	String saveView(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "false") boolean standard,
			@RequestParam Map<String, String> parameters, Viewer viewer) {
		var filter = WorkFilter.of(parameters);
		views.save(name, filter, standard, viewer);
		return "redirect:/tasks?" + filter.query();
	}

	@PostMapping("/tasks/views/{id}/default")
	String makeDefault(@PathVariable long id, Viewer viewer) {
		views.makeDefault(id, viewer);
		return "redirect:/tasks";
	}

	@PostMapping("/tasks/views/{id}/delete")
	String deleteView(@PathVariable long id, Viewer viewer) {
		views.delete(id, viewer);
		return "redirect:/tasks";
	}

	private void describe(WorkFilter filter, Viewer viewer, Locale locale, Model model) {
		model.addAttribute("counts", counts(viewer));
		model.addAttribute("views", views.of(viewer));
		model.addAttribute("kinds", list.kinds());
		model.addAttribute("tiers", List.of("building", "hall", "meeting", "leader", "district"));
		model.addAttribute("placeName", filter.place() == null ? "" : places.fullNameOf(filter.place(), locale));
	}

	private Map<String, String> counts(Viewer viewer) {
		var counts = new LinkedHashMap<String, String>();
		for (var tab : Tab.values()) {
			var count = list.count(WorkFilter.of(tab), viewer, MANY);
			counts.put(tab.name().toLowerCase(Locale.ROOT), count < MANY ? String.valueOf(count) : MANY - 1 + "+");
		}
		return counts;
	}

	/** Who has taken tasks begins with them, anybody else with what waits for his posts. */
	private Tab opening(Viewer viewer) {
		return list.count(WorkFilter.of(Tab.MINE), viewer, 1) > 0 ? Tab.MINE : Tab.POSTS;
	}
}
