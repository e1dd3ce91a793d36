package cn.cuobian.design;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** The buttons beside a walk: the trial run, keeping a walk as a scenario, and playing all scenarios again. */
@Controller
@RequestMapping("/design/drafts/{draft}/dry")
class ScenarioPages {

	private final Trials trials;
	private final Scenarios scenarios;
	private final DryRuns runs;
	private final RefusalSentences sentences;

	ScenarioPages(Trials trials, Scenarios scenarios, DryRuns runs, RefusalSentences sentences) {
		this.trials = trials;
		this.scenarios = scenarios;
		this.runs = runs;
		this.sentences = sentences;
	}

	@PostMapping("/trial")
	String trial(@PathVariable long draft, Viewer viewer, RedirectAttributes flash, Locale locale) {
		DryPages.plays(viewer);
		return done(draft, flash, locale, () -> trials.run(draft));
	}

	@PostMapping("/record")
	String record(@PathVariable long draft, @RequestParam String name, Viewer viewer, RedirectAttributes flash, Locale locale) {
		StudioRights.draws(viewer);
		return done(draft, flash, locale, () -> {
			DryRun run = runs.of(draft, viewer);
			scenarios.keep(draft, name, run.recording(), run.revision(), viewer);
		});
	}

	@PostMapping("/replay")
	String replay(@PathVariable long draft, Viewer viewer, RedirectAttributes flash, Locale locale) {
		DryPages.plays(viewer);
		return done(draft, flash, locale, () -> scenarios.replayAll(draft));
	}

	@PostMapping("/scenarios/{scenario}/accept")
	String accept(@PathVariable long draft, @PathVariable long scenario, @RequestParam String reason, Viewer viewer, RedirectAttributes flash, Locale locale) {
		DryPages.plays(viewer);
		return done(draft, flash, locale, () -> scenarios.accept(scenario, draft, reason, viewer));
	}

	@PostMapping("/scenarios/{scenario}/drop")
	String drop(@PathVariable long draft, @PathVariable long scenario, Viewer viewer, RedirectAttributes flash, Locale locale) {
		StudioRights.draws(viewer);
		return done(draft, flash, locale, () -> scenarios.drop(scenario, draft));
	}

	private String done(long draft, RedirectAttributes flash, Locale locale, Runnable deed) {
		try {
			deed.run();
		} catch (Refusal refusal) {
			flash.addFlashAttribute("refusal", sentences.sentence(refusal, locale));
		}
		return DryPages.back(draft);
	}
}
