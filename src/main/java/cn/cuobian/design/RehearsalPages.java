package cn.cuobian.design;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Rehearses the move of open matters, and shows what would become of each. */
@Controller
@RequestMapping("/design/{bundle}/rehearsal")
class RehearsalPages {

	private final Rehearsals rehearsals;
	private final OpenMatters matters;
	private final RunningPages running;
	private final BundleNames names;
	private final StudioRefusals refusals;

	RehearsalPages(Rehearsals rehearsals, OpenMatters matters, RunningPages running, BundleNames names, StudioRefusals refusals) {
		this.rehearsals = rehearsals;
		this.matters = matters;
		this.running = running;
		this.names = names;
		this.refusals = refusals;
	}

	/** A line, with the number of its matter. */
	record Told(OpenMatters.Known matter, Rehearsal.Line line) {
	}

	@PostMapping
	ModelAndView begin(@PathVariable String bundle, Viewer viewer, Locale locale) {
		try {
			rehearsals.begin(bundle, viewer);
			return new ModelAndView("redirect:/design/" + bundle + "/rehearsal");
		} catch (Refusal refusal) {
			return refusals.on(running.all(bundle, viewer), refusal, Map.of(), locale);
		}
	}

	/** @param from which line */
	@GetMapping
	ModelAndView show(@PathVariable String bundle, @RequestParam(defaultValue = "0") int from, Viewer viewer) {
		var rehearsal = rehearsals.of(bundle).orElseThrow(Refusal::notFound);
		var page = new ModelAndView("design/rehearsal");
		page.addObject("bundle", bundle);
		page.addObject("name", names.of(bundle));
		page.addObject("rehearsal", rehearsal);
		var lines = rehearsal.lines(Math.max(0, from), OpenMatters.PAGE);
		var known = matters.known(lines.stream().map(line -> line.subject()).toList(), viewer);
		page.addObject("lines", lines.stream().map(line -> new Told(known.get(line.subject()), line)).toList());
		page.addObject("next", from + OpenMatters.PAGE < rehearsal.done() ? from + OpenMatters.PAGE : null);
		return page;
	}
}
