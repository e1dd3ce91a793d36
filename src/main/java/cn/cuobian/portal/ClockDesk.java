package cn.cuobian.portal;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.clocks.ClockActs;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.Pause;
import cn.cuobian.clocks.Pause.Reason;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What the one who works on a task may do to its time: pause it while he waits, let it run on, ask for more. Entering a
 * pause afterwards and deciding about more time are for supervisors, elsewhere.
 */
@Controller
@RequestMapping("/tasks/{id}/clock")
class ClockDesk {

	/** What a caseworker may wait for by himself; whether another body is waited for is a supervisor's to say. */
	private static final Set<Reason> OWN_REASONS = Set.of(Reason.WAITING_RESIDENT, Reason.WAITING_MATERIAL);

	private final Worklist list;
	private final Clocks clocks;
	private final ClockActs acts;
	private final TaskPage page;
	private final RefusalSentences sentences;
	private final Clock clock;

	ClockDesk(Worklist list, Clocks clocks, ClockActs acts, TaskPage page, RefusalSentences sentences, Clock clock) {
		this.list = list;
		this.clocks = clocks;
		this.acts = acts;
		this.page = page;
		this.sentences = sentences;
		this.clock = clock;
	}

	/** What somebody wrote, to be shown again where it was refused. */
	record Said(String act, Reason reason, String words, String evidence, String amount) {

		static final Said NOTHING = new Said("", null, "", "", "");
	}

	@PostMapping("/pause")
	String pause(@PathVariable String id, @RequestParam(name = "waiting", required = false) Reason reason,
			@RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String evidence, Viewer viewer,
			Locale locale, Model model, HttpServletResponse response, RedirectAttributes flash) {
		var said = new Said("pause", reason, words, evidence, "");
		return act(id, "portal.clock.paused", said, viewer, locale, model, response, flash, clockId -> {
			if (reason == null || !OWN_REASONS.contains(reason)) {
				throw Refusal.onField("waiting", "portal.clock-reason");
			}
			acts.pause(clockId, new Pause(reason, words, evidence, clock.instant(), viewer.personId()));
		});
	}

	@PostMapping("/resume")
	String resume(@PathVariable String id, @RequestParam(defaultValue = "") String words, Viewer viewer, Locale locale,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		return act(id, "portal.clock.resumed", new Said("resume", null, words, "", ""), viewer, locale, model, response, flash,
				clockId -> acts.resume(clockId, clock.instant(), words, viewer.personId()));
	}

	@PostMapping("/extension")
	String askExtension(@PathVariable String id, @RequestParam(defaultValue = "") String amount,
			@RequestParam(defaultValue = "") String words, Viewer viewer, Locale locale, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		return act(id, "portal.clock.asked", new Said("extension", null, words, "", amount), viewer, locale, model, response,
				flash, clockId -> acts.askExtension(clockId, units(amount), words, viewer.personId()));
	}

	private String act(String id, String notice, Said said, Viewer viewer, Locale locale, Model model,
			HttpServletResponse response, RedirectAttributes flash, LongConsumer act) {
		var item = workable(id, viewer);
		try {
			act.accept(clocks.ofTask(id).orElseThrow(() -> new Refusal("clocks.stopped").status(HttpStatus.CONFLICT)).id());
			return TaskDesk.to(id, notice, flash);
		} catch (Refusal refusal) {
			response.setStatus(refusal.status().value());
			model.addAttribute("said", said);
			model.addAttribute("refusal", sentences.sentence(refusal, locale));
			return page.open(item, viewer, locale, model);
		}
	}

	/** @throws Refusal 404 as if it did not exist, 409 if it is done or another has it, 403 if he may only read it */
	private WorkItem workable(String id, Viewer viewer) {
		var item = list.find(id, viewer).orElseThrow(() -> list.result(id, viewer).isEmpty() ? Refusal.notFound()
				: new Refusal("worklist.task-closed").status(HttpStatus.CONFLICT));
		if (!list.mayWork(item, viewer)) {
			throw new Refusal("worklist.not-your-post").status(HttpStatus.FORBIDDEN);
		}
		if (item.isTaken() && !item.isTakenBy(viewer.personId())) {
			throw new Refusal("worklist.taken").status(HttpStatus.CONFLICT);
		}
		return item;
	}

	/** What is no number is as wrong as zero, and refused with the same sentence. */
	private static int units(String amount) {
		try {
			return Integer.parseInt(amount.strip());
		} catch (NumberFormatException e) {
			return 0;
		}
	}
}
