package cn.cuobian.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import cn.cuobian.forms.FormViews;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.matters.MatterTimes;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.worklist.Draft;
import cn.cuobian.worklist.Drafts;
import cn.cuobian.worklist.Particulars;
import cn.cuobian.worklist.Particulars.Particular;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;

/** What stands on the page of an open task: the form, the time that is left, and the matter beside it. */
@Component
class TaskPage {

	static final String VIEW = "portal/task";

	private final Worklist list;
	private final Workbench bench;
	private final Drafts drafts;
	private final Clocks clocks;
	private final People people;
	private final MatterTimes times;
	private final TaskLines lines;
	private final FormViews forms;
	private final MatterBeside beside;
	private final List<Particulars> particulars;
	private final RefusalSentences sentences;

	TaskPage(Worklist list, Workbench bench, Drafts drafts, Clocks clocks, People people, MatterTimes times,
			TaskLines lines, FormViews forms, MatterBeside beside, List<Particulars> particulars, RefusalSentences sentences) {
		this.list = list;
		this.bench = bench;
		this.drafts = drafts;
		this.clocks = clocks;
		this.people = people;
		this.times = times;
		this.lines = lines;
		this.forms = forms;
		this.beside = beside;
		this.particulars = particulars;
		this.sentences = sentences;
	}

	/** The task with what was drafted last, by whomever; where another has it, with what he himself wrote too late. */
	String open(WorkItem item, Viewer viewer, Locale locale, Model model) {
		describe(item, viewer, locale, model);
		if (mayFillIn(item, viewer)) {
			var draft = drafts.latest(item.taskId(), viewer);
			var schema = bench.form(item.taskId(), viewer);
			model.addAttribute("form", draft.map(kept -> forms.of(schema, kept.answers(), Map.of()))
				.orElseGet(() -> forms.empty(schema)));
			draft.ifPresent(kept -> model.addAttribute("draft", note(kept, viewer)));
		} else {
			drafts.own(item.taskId(), viewer).ifPresent(kept -> model.addAttribute("kept",
					forms.kept(bench.form(item.taskId(), viewer), kept.answers(), locale)));
		}
		return VIEW;
	}

	/** The task again with what was answered and what is wrong with it. */
	String refused(WorkItem item, Map<String, ?> answers, Refusal refusal, Viewer viewer, Locale locale, Model model) {
		describe(item, viewer, locale, model);
		model.addAttribute("form", forms.of(bench.form(item.taskId(), viewer), answers, sentences.byField(refusal, locale)));
		model.addAttribute("refusal", sentences.sentence(refusal, locale));
		return VIEW;
	}

	static boolean isAboutAnswers(Refusal refusal) {
		return refusal.status().value() == HttpStatus.UNPROCESSABLE_CONTENT.value();
	}

	private void describe(WorkItem item, Viewer viewer, Locale locale, Model model) {
		model.addAttribute("task", lines.of(item, viewer, locale));
		model.addAttribute("then", item.next().in(locale));
		model.addAttribute("clock", clocks.ofTask(item.taskId()).orElse(null));
		if (!model.containsAttribute("said")) {
			model.addAttribute("said", ClockDesk.Said.NOTHING);
		}
		beside.describe(item.subject(), viewer, model, locale);
		model.addAttribute("mayWork", list.mayWork(item, viewer));
		model.addAttribute("about", list.mayWork(item, viewer) ? about(item, locale) : List.of());
		model.addAttribute("mayFillIn", mayFillIn(item, viewer));
		model.addAttribute("mayHandOver", mayFillIn(item, viewer) || list.supervises(item, viewer));
		model.addAttribute("mayTakeOver", list.mayWork(item, viewer) && !mayFillIn(item, viewer));
	}

	private List<Particular> about(WorkItem item, Locale locale) {
		return particulars.stream().flatMap(each -> each.of(item, locale).stream()).toList();
	}

	private boolean mayFillIn(WorkItem item, Viewer viewer) {
		return list.mayWork(item, viewer) && (!item.isTaken() || item.isTakenBy(viewer.personId()));
	}

	private DraftNote note(Draft draft, Viewer viewer) {
		return new DraftNote(people.nameOf(draft.personId()), times.minute(draft.savedAt()),
				draft.personId() == viewer.personId());
	}

	/** Who wrote the draft that is shown, and when. */
	record DraftNote(String by, String at, boolean own) {
	}
}
