package cn.cuobian.portal;

import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;

/** A task moves from one person to another: handed over, or taken over from somebody who cannot go on. */
@Controller
@RequestMapping("/tasks/{id}")
class HandOverDesk {

	private final Worklist list;
	private final Workbench bench;
	private final TaskLines lines;
	private final RefusalSentences sentences;

	HandOverDesk(Worklist list, Workbench bench, TaskLines lines, RefusalSentences sentences) {
		this.list = list;
		this.bench = bench;
		this.lines = lines;
		this.sentences = sentences;
	}

	@GetMapping("/hand-over")
	String handOver(@PathVariable String id, Viewer viewer, Locale locale, Model model) {
		var item = list.get(id, viewer);
		model.addAttribute("candidates", bench.candidates(id, viewer));
		model.addAttribute("task", lines.of(item, viewer, locale));
		return "portal/hand-over";
	}

	@PostMapping("/hand-over")
	String handOver(@PathVariable String id, @RequestParam(defaultValue = "0") long to,
			@RequestParam(defaultValue = "") String reason, Viewer viewer, Locale locale, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		try {
			bench.handOver(id, to, reason, viewer);
			return TaskDesk.to(id, "portal.handed-over", flash);
		} catch (Refusal refusal) {
			show(refusal, reason, locale, model, response);
			model.addAttribute("to", to);
			return handOver(id, viewer, locale, model);
		}
	}

	@GetMapping("/take-over")
	String takeOver(@PathVariable String id, Viewer viewer, Locale locale, Model model) {
		var item = list.get(id, viewer);
		if (!list.mayWork(item, viewer)) {
			throw new Refusal("worklist.not-your-post").status(HttpStatus.FORBIDDEN);
		}
		return takeOver(item, viewer, locale, model);
	}

	/** @param from who has the task as far as the page knew */
	@PostMapping("/take-over")
	String takeOver(@PathVariable String id, @RequestParam(defaultValue = "0") long from,
			@RequestParam(defaultValue = "") String reason, Viewer viewer, Locale locale, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		try {
			bench.takeOver(id, from, reason, viewer);
			return TaskDesk.to(id, "portal.taken-over", flash);
		} catch (Refusal refusal) {
			show(refusal, reason, locale, model, response);
			return takeOver(id, viewer, locale, model);
		}
	}

	/** There is somebody to take it over from; else the task's own page says how it stands. */
	private String takeOver(WorkItem item, Viewer viewer, Locale locale, Model model) {
		if (!item.isTaken() || item.isTakenBy(viewer.personId())) {
			return "redirect:/tasks/" + item.taskId();
		}
		model.addAttribute("task", lines.of(item, viewer, locale));
		model.addAttribute("from", item.assignee());
		return "portal/take-over";
	}

	/** What is wrong with a field is shown at the field; anything else has a page of its own. */
	private void show(Refusal refusal, String reason, Locale locale, Model model, HttpServletResponse response) {
		if (refusal.field() == null) {
			throw refusal;
		}
		response.setStatus(refusal.status().value());
		model.addAttribute("reason", reason);
		model.addAttribute("errors", sentences.byField(refusal, locale));
	}
}
