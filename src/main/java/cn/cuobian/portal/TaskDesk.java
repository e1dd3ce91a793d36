package cn.cuobian.portal;

import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.forms.FormViews;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.worklist.Drafts;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;

/** A task: reading it, claiming it, filling in its form. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskDesk {

	private final Worklist list;
	private final Workbench bench;
	private final Drafts drafts;
	private final TaskPage page;
	private final ClosedTaskPage closedPage;
	private final FormViews forms;
	private final RefusalSentences sentences;

	TaskDesk(Worklist list, Workbench bench, Drafts drafts, TaskPage page, ClosedTaskPage closedPage,
			FormViews forms, RefusalSentences sentences) {
		this.list = list;
		this.bench = bench;
		this.drafts = drafts;
		this.page = page;
		this.closedPage = closedPage;
		this.forms = forms;
		this.sentences = sentences;
	}

	@GetMapping
	String task(@PathVariable String id, Viewer viewer, Locale locale, Model model) {
		var open = list.find(id, viewer);
		return open.isPresent() ? page.open(open.get(), viewer, locale, model) : closed(id, viewer, locale, model);
	}

	@PostMapping("/claim")
	String claim(@PathVariable String id, Viewer viewer, RedirectAttributes flash) {
		bench.claim(id, viewer);
		return to(id, "portal.claimed", flash);
	}

	@PostMapping("/release")
	String release(@PathVariable String id, Viewer viewer, RedirectAttributes flash) {
		bench.release(id, viewer);
		return to(id, "portal.released", flash);
	}

	@PostMapping("/complete")
	String complete(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer,
			Locale locale, Model model, HttpServletResponse response) {
		var answers = forms.read(parameters);
		try {
			bench.complete(id, answers, viewer);
			return "redirect:/tasks/" + id;
		} catch (Refusal refusal) {
			response.setStatus(refusal.status().value());
			return refused(id, answers, refusal, viewer, locale, model);
		}
	}

	/** Without scripts, by a button; with them the browser sends {@link #autosave}. */
	@PostMapping("/draft")
	String draft(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer,
			RedirectAttributes flash) {
		drafts.save(id, forms.read(parameters), viewer);
		return to(id, "portal.draft-kept", flash);
	}

	@PutMapping("/draft")
	ResponseEntity<Void> autosave(@PathVariable String id, @RequestBody Answers answers, Viewer viewer) {
		drafts.save(id, answers.values() == null ? Map.of() : answers.values(), viewer);
		return ResponseEntity.noContent().build();
	}

	@PostMapping("/draft/discard")
	String discard(@PathVariable String id, Viewer viewer) {
		drafts.discard(id, viewer);
		return "redirect:/tasks/" + id;
	}

	private String refused(String id, Map<String, Object> answers, Refusal refusal, Viewer viewer, Locale locale,
			Model model) {
		if (TaskPage.isAboutAnswers(refusal)) {
			drafts.save(id, answers, viewer);
			return page.refused(list.get(id, viewer), answers, refusal, viewer, locale, model);
		}
		if (refusal.status() == HttpStatus.CONFLICT) {
			model.addAttribute("refusal", sentences.sentence(refusal, locale));
			return task(id, viewer, locale, model);
		}
		throw refusal;
	}

	private String closed(String id, Viewer viewer, Locale locale, Model model) {
		var result = list.result(id, viewer).orElseThrow(Refusal::notFound);
		return closedPage.show(result, viewer, locale, model);
	}

	static String to(String id, String notice, RedirectAttributes flash) {
		flash.addFlashAttribute("notice", notice);
		return "redirect:/tasks/" + id;
	}

	/** A draft as the browser sends it. */
	record Answers(Map<String, Object> values) {
	}
}
