package cn.cuobian.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The figures of a month and a place, with the places below it; and their recount once they are frozen. */
@Controller
@RequestMapping("/figures")
class FigurePages {

	private final Reach reach;
	private final Kpis kpis;
	private final Places places;
	private final Clock clock;

	FigurePages(Reach reach, Kpis kpis, Places places, Clock clock) {
		this.reach = reach;
		this.kpis = kpis;
		this.places = places;
		this.clock = clock;
	}

	@GetMapping
	String figures(@RequestParam(required = false) String place, @RequestParam(required = false) String month, Viewer viewer, Model model) {
		Place chosen = reach.chosen(viewer, place);
		YearMonth shown = Period.month(month, YearMonth.now(clock));
		var roots = reach.roots(viewer);
		model.addAttribute("roots", roots);
		model.addAttribute("above", above(chosen, roots));
		model.addAttribute("place", chosen);
		model.addAttribute("month", shown);
		model.addAttribute("running", !shown.isBefore(YearMonth.now(clock)));
		model.addAttribute("snapshot", kpis.frozen(shown, chosen).orElse(null));
		model.addAttribute("kpi", kpis.of(shown, chosen));
		model.addAttribute("below", kpis.below(shown, chosen));
		trends(chosen, shown, model);
		return "figures/figures";
	}

	@GetMapping("/recount")
	String recount(@RequestParam(required = false) String place, @RequestParam String month, Viewer viewer, Model model) {
		Place chosen = reach.chosen(viewer, place);
		YearMonth shown = Period.month(month, YearMonth.now(clock));
		Kpi now = kpis.counted(shown, chosen);
		Kpi before = kpis.of(shown, chosen);
		model.addAttribute("place", chosen);
		model.addAttribute("month", shown);
		model.addAttribute("snapshot", kpis.frozen(shown, chosen).orElse(null));
		model.addAttribute("same", before.equals(now));
		model.addAttribute("lines", Difference.between(before, now));
		return "figures/recount";
	}

	@PostMapping("/recount")
	String record(@RequestParam String place, @RequestParam String month, @RequestParam(defaultValue = "") String reason, Viewer viewer,
			RedirectAttributes next) {
		Place chosen = reach.chosen(viewer, place);
		YearMonth shown = Period.month(month, YearMonth.now(clock));
		int recorded = kpis.record(shown, chosen, reason, viewer.personId());
		next.addFlashAttribute("notice", "figures.recorded").addFlashAttribute("noticeArgs", new Object[] { recorded });
		next.addAttribute("place", chosen.code()).addAttribute("month", shown.toString());
		return "redirect:/figures";
	}

	private void trends(Place place, YearMonth last, Model model) {
		var months = Trend.upTo(last);
		var shown = months.stream().map(month -> kpis.of(month, place)).toList();
		List<Double> inTime = new ArrayList<>(shown.stream().map(Kpi::inTime).toList());
		model.addAttribute("received", Trend.of(months, shown.stream().map(kpi -> kpi.of(Measure.RECEIVED)).toList()));
		model.addAttribute("inTime", Trend.of(months, inTime));
	}

	/** The way back up, as far as the viewer may see. */
	private List<Place> above(Place place, List<Place> roots) {
		var lineage = new ArrayList<>(places.lineage(place.code()).stream()
				.filter(each -> roots.stream().anyMatch(each::isWithin)).toList());
		Collections.reverse(lineage);
		return lineage;
	}
}
