package cn.cuobian.figures;

import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;

import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Place;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Files of figures, and who took which. */
@Controller
@RequestMapping("/figures/export")
class ExportPages {

	private final Reach reach;
	private final Extracts extracts;
	private final ExportRows taken;
	private final Clock clock;

	ExportPages(Reach reach, Extracts extracts, ExportRows taken, Clock clock) {
		this.reach = reach;
		this.extracts = extracts;
		this.taken = taken;
		this.clock = clock;
	}

	@GetMapping
	String page(@RequestParam(required = false) String place, Viewer viewer, Model model) {
		Place chosen = reach.chosen(viewer, place);
		model.addAttribute("place", chosen);
		model.addAttribute("roots", reach.roots(viewer));
		model.addAttribute("month", YearMonth.now(clock));
		model.addAttribute("taken", taken.latest(chosen.path()));
		return "figures/export";
	}

	@GetMapping("/{name}")
	void file(@PathVariable String name, @RequestParam(required = false) String place, @RequestParam(required = false) String since,
			@RequestParam(required = false) String until, Viewer viewer, Locale locale, HttpServletResponse response) throws IOException {
		Place chosen = reach.chosen(viewer, place);
		Period period = Period.of(since, until, YearMonth.now(clock));
		Extract extract = extracts.named(name);
		long id = taken.begin(viewer.personId(), name, chosen.code(), period);
		response.setContentType(extract.mediaType());
		response.setHeader("Content-Disposition", "attachment; filename=\"cuobian-" + name + "\"");
		response.setHeader("Cache-Control", "no-store");
		taken.finished(id, extract.write(new Extract.Wanted(chosen, period, locale), response.getOutputStream()));
	}
}
