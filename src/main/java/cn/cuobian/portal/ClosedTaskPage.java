package cn.cuobian.portal;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import cn.cuobian.forms.FormViews;
import cn.cuobian.matters.MatterTimes;
import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.worklist.Drafts;
import cn.cuobian.worklist.WorkFilter;
import cn.cuobian.worklist.WorkFilter.Tab;
import cn.cuobian.worklist.WorkResult;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;

/** What stands on the page of a task that is done: who did what, what happens now, and which task comes next. */
@Component
class ClosedTaskPage {

	static final String VIEW = "portal/task-closed";

	private final Worklist list;
	private final Workbench bench;
	private final Drafts drafts;
	private final People people;
	private final MatterTimes times;
	private final TaskLines lines;
	private final FormViews forms;

	ClosedTaskPage(Worklist list, Workbench bench, Drafts drafts, People people, MatterTimes times, TaskLines lines,
			FormViews forms) {
		this.list = list;
		this.bench = bench;
		this.drafts = drafts;
		this.people = people;
		this.times = times;
		this.lines = lines;
		this.forms = forms;
	}

	String show(WorkResult result, Viewer viewer, Locale locale, Model model) {
		model.addAttribute("result", closed(result, viewer, locale));
		model.addAttribute("now", lines.of(list.openFor(result.subject()), viewer, locale));
		model.addAttribute("nextTask", next(viewer, locale));
		model.addAttribute("kept", drafts.own(result.taskId(), viewer)
			.map(draft -> forms.kept(bench.form(result), draft.answers(), locale)).orElse(List.of()));
		return VIEW;
	}

	private Closed closed(WorkResult result, Viewer viewer, Locale locale) {
		var by = result.personId() == null ? "" : people.nameOf(result.personId());
		var behalf = result.onBehalfOf() == null ? "" : people.nameOf(result.onBehalfOf());
		var own = result.personId() != null && result.personId() == viewer.personId();
		return new Closed(result.taskId(), result.number(), result.name().in(locale), by, behalf, own,
				times.minute(result.doneAt()), result.decided().in(locale));
	}

	/** The most urgent of what he has taken, else of what he could take. */
	private TaskLine next(Viewer viewer, Locale locale) {
		var mine = list.page(WorkFilter.of(Tab.MINE), viewer, null, 1).items();
		var items = mine.isEmpty() ? list.page(WorkFilter.of(Tab.POSTS), viewer, null, 1).items() : mine;
		return items.isEmpty() ? null : lines.of(items.get(0), viewer, locale);
	}

	/** @param by who did it, empty when the procedure took it back */
	record Closed(String id, String number, String step, String by, String onBehalfOf, boolean own, String at,
			String decided) {
	}
}
