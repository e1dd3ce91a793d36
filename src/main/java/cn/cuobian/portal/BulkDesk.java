package cn.cuobian.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.cuobian.forms.FormViews;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.worklist.Bulk;
import cn.cuobian.worklist.ItemResult;
import cn.cuobian.worklist.Workbench;
import jakarta.servlet.http.HttpServletResponse;

/** The same act on the tasks that were ticked, and what became of each. */
@Controller
@RequestMapping("/tasks/bulk")
class BulkDesk {

	private final Bulk bulk;
	private final Workbench bench;
	private final TaskLines lines;
	private final FormViews forms;
	private final RefusalSentences sentences;

	BulkDesk(Bulk bulk, Workbench bench, TaskLines lines, FormViews forms, RefusalSentences sentences) {
		this.bulk = bulk;
		this.bench = bench;
		this.lines = lines;
		this.forms = forms;
		this.sentences = sentences;
	}

	/** Claiming and putting back are done at once; handing over and completing ask first. */
	@PostMapping
	String choose(@RequestParam(name = "task", defaultValue = "") List<String> tasks, @RequestParam("_act") String act,
			@RequestParam(name = "_back", defaultValue = "") String back, Viewer viewer, Locale locale, Model model) {
		return switch (act) {
			case "claim" -> done(act, bulk.claim(tasks, viewer), back, locale, model);
			case "release" -> done(act, bulk.release(tasks, viewer), back, locale, model);
			case "hand-over" -> askForPerson(tasks, back, viewer, locale, model);
			case "complete" -> askForAnswers(tasks, back, viewer, locale, model);
			default -> throw Refusal.notFound();
		};
	}

	@PostMapping("/hand-over")
	String handOver(@RequestParam(name = "_task", defaultValue = "") List<String> tasks,
			@RequestParam(defaultValue = "0") long to, @RequestParam(defaultValue = "") String reason,
			@RequestParam(name = "_back", defaultValue = "") String back, Viewer viewer, Locale locale, Model model,
			HttpServletResponse response) {
		var results = bulk.handOver(tasks, to, reason, viewer);
		var wrong = results.stream().flatMap(result -> result.refusal().stream())
			.filter(refusal -> "reason".equals(refusal.field())).findFirst();
		if (wrong.isEmpty()) {
			return done("hand-over", results, back, locale, model);
		}
		response.setStatus(wrong.get().status().value());
		model.addAttribute("to", to);
		model.addAttribute("errors", sentences.byField(wrong.get(), locale));
		return askForPerson(tasks, back, viewer, locale, model);
	}

	@PostMapping("/complete")
	String complete(@RequestParam(name = "_task", defaultValue = "") List<String> tasks,
			@RequestParam(name = "_back", defaultValue = "") String back,
			@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Locale locale, Model model,
			HttpServletResponse response) {
		var answers = forms.read(parameters);
		var results = bulk.complete(tasks, answers, viewer);
		var wrong = refusedByAll(results);
		if (wrong.isEmpty()) {
			return done("complete", results, back, locale, model);
		}
		response.setStatus(wrong.get().status().value());
		describe("complete", tasks, back, viewer, locale, model);
		model.addAttribute("form", forms.of(bulk.form(tasks, viewer), answers, sentences.byField(wrong.get(), locale)));
		model.addAttribute("refusal", sentences.sentence(wrong.get(), locale));
		return "portal/bulk";
	}

	/** The form is the same for all: what is wrong with it is wrong for each of them. */
	private static Optional<Refusal> refusedByAll(List<ItemResult> results) {
		return results.stream().allMatch(result -> result.refusal().filter(TaskPage::isAboutAnswers).isPresent())
				? results.get(0).refusal() : Optional.empty();
	}

	private String askForPerson(List<String> tasks, String back, Viewer viewer, Locale locale, Model model) {
		describe("hand-over", tasks, back, viewer, locale, model);
		var first = bulk.items(tasks, viewer).stream().findFirst().orElseThrow(Refusal::notFound);
		model.addAttribute("candidates", bench.candidates(first.taskId(), viewer));
		return "portal/bulk";
	}

	private String askForAnswers(List<String> tasks, String back, Viewer viewer, Locale locale, Model model) {
		model.addAttribute("form", forms.empty(bulk.form(tasks, viewer)));
		describe("complete", tasks, back, viewer, locale, model);
		return "portal/bulk";
	}

	private void describe(String act, List<String> tasks, String back, Viewer viewer, Locale locale, Model model) {
		model.addAttribute("act", act);
		model.addAttribute("back", back);
		model.addAttribute("lines", lines.of(bulk.items(tasks, viewer), viewer, locale));
	}

	private String done(String act, List<ItemResult> results, String back, Locale locale, Model model) {
		model.addAttribute("act", act);
		model.addAttribute("back", back);
		model.addAttribute("results", results.stream().map(result -> line(result, locale)).toList());
		model.addAttribute("done", results.stream().filter(ItemResult::isDone).count());
		return "portal/bulk-done";
	}

	private ResultLine line(ItemResult result, Locale locale) {
		var sentence = result.refusal().map(refusal -> sentences.sentence(refusal, locale)).orElse("");
		return new ResultLine(result.taskId(), result.number() == null ? "—" : result.number(), result.isDone(), sentence);
	}

	/** What became of one task, in words. */
	record ResultLine(String id, String number, boolean done, String sentence) {
	}
}
