package cn.cuobian.supervision;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Locale;

import cn.cuobian.people.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /admin/stopped}: steps of procedures that stand still until an administrator has them tried again. */
@Controller
@RequestMapping("/admin/stopped")
class StoppedStepPages {

	private final StoppedSteps steps;
	private final Clock clock;

	StoppedStepPages(StoppedSteps steps, Clock clock) {
		this.steps = steps;
		this.clock = clock;
	}

	record Line(String id, String number, String step, String reason, String error, ZonedDateTime since) {
	}

	@GetMapping
	String list(Model model, Locale locale) {
		model.addAttribute("lines", steps.newest().stream().map(line -> shown(line, locale)).toList());
		return "supervision/stopped";
	}

	@PostMapping("/{id}/retry")
	String tryAgain(@PathVariable String id, Viewer viewer, RedirectAttributes next) {
		steps.tryAgain(id, viewer);
		next.addFlashAttribute("notice", "supervision.stopped.retried");
		return "redirect:/admin/stopped";
	}

	private Line shown(StoppedSteps.Line line, Locale locale) {
		var stopped = line.stopped();
		return new Line(stopped.id(), line.number(), line.step(locale), stopped.reason().code(), stopped.error(), stopped.since().atZone(clock.getZone()));
	}
}
