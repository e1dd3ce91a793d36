package cn.cuobian.design;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.servlet.http.HttpServletResponse;

import cn.cuobian.forms.FormSchema;
import cn.cuobian.forms.FormViews;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** Plays a draft: the page of the walk, and each thing the player does on it. */
@Controller
@RequestMapping("/design/drafts/{draft}/dry")
class DryPages {

	private final Drafts drafts;
	private final DryRuns runs;
	private final Twins twins;
	private final DryView view;
	private final FormViews forms;
	private final RefusalSentences sentences;
	private final Clock clock;

	DryPages(Drafts drafts, DryRuns runs, Twins twins, DryView view, FormViews forms, RefusalSentences sentences, Clock clock) {
		this.drafts = drafts;
		this.runs = runs;
		this.twins = twins;
		this.view = view;
		this.forms = forms;
		this.sentences = sentences;
		this.clock = clock;
	}

	@GetMapping
	String page(@PathVariable long draft, @RequestParam(required = false) String task, Viewer viewer, Locale locale, Model model) {
		plays(viewer);
		drafts.of(draft);
		twins.warm();
		runs.find(draft, viewer).ifPresent(run -> run.picture().open().stream().filter(each -> each.id().equals(task)).findFirst()
				.ifPresent(chosen -> model.addAttribute("form", forms.empty(FormSchema.parse(run.form(chosen.id()))))));
		return shown(draft, task, viewer, locale, model);
	}

	private String shown(long draft, String task, Viewer viewer, Locale locale, Model model) {
		view.describe(drafts.of(draft), runs.find(draft, viewer).orElse(null), task, viewer, locale, model);
		return "design/dry";
	}

	@PostMapping("/begin")
	String begin(@PathVariable long draft, @RequestParam String start, @RequestParam String place, @RequestParam(required = false) LocalDate day, Viewer viewer) {
		plays(viewer);
		var at = (day == null ? LocalDate.now(clock) : day).atTime(LocalTime.of(9, 0)).atZone(clock.getZone()).toInstant();
		runs.begin(draft, start, place, at, viewer);
		return back(draft);
	}

	@PostMapping("/complete")
	String complete(@PathVariable long draft, @RequestParam("_task") String task, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer,
			Locale locale, Model model, HttpServletResponse response) {
		plays(viewer);
		DryRun run = runs.of(draft, viewer);
		Map<String, Object> values = forms.read(parameters);
		try {
			run.complete(task, values);
			return back(draft);
		} catch (DryRun.WrongAnswers wrong) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("form", forms.of(FormSchema.parse(run.form(task)), values, wrong.fields()));
			model.addAttribute("refusal", sentences.sentence(wrong, locale));
			return shown(draft, task, viewer, locale, model);
		}
	}

	@PostMapping("/jump")
	String jump(@PathVariable long draft, @RequestParam String until, Viewer viewer, RedirectAttributes flash, Locale locale) {
		return acted(draft, viewer, flash, locale, run -> run.jump(until));
	}

	@PostMapping("/resident")
	String resident(@PathVariable long draft, @RequestParam String message, @RequestParam(defaultValue = "5") int satisfaction, Viewer viewer,
			RedirectAttributes flash, Locale locale) {
		return acted(draft, viewer, flash, locale, run -> run.resident(message, Map.of("satisfaction", satisfaction)));
	}

	@PostMapping("/end")
	String end(@PathVariable long draft, Viewer viewer) {
		runs.end(draft, viewer);
		return back(draft);
	}

	private String acted(long draft, Viewer viewer, RedirectAttributes flash, Locale locale, Consumer<DryRun> deed) {
		plays(viewer);
		try {
			deed.accept(runs.of(draft, viewer));
		} catch (Refusal refusal) {
			flash.addFlashAttribute("refusal", sentences.sentence(refusal, locale));
		}
		return back(draft);
	}

	/** Who decides about drafts may see for himself, too. */
	static void plays(Viewer viewer) {
		if (!StudioRights.mayDecide(viewer)) {
			StudioRights.draws(viewer);
		}
	}

	static String back(long draft) {
		return "redirect:/design/drafts/" + draft + "/dry";
	}
}
