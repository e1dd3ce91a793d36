package cn.cuobian.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;

import cn.cuobian.engine.Model;
import cn.cuobian.engine.Models;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Place;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where procedures use up their time: each drawing with the shares of the limits used, and the same as a table. */
@Controller
@RequestMapping("/figures/models")
class HeatPages {

	private static final int MONTHS = 3;

	private final Reach reach;
	private final Models models;
	private final HeatRows heat;
	private final Clock clock;

	HeatPages(Reach reach, Models models, HeatRows heat, Clock clock) {
		this.reach = reach;
		this.models = models;
		this.heat = heat;
		this.clock = clock;
	}

	@GetMapping
	String models(@RequestParam(required = false) String place, Viewer viewer, org.springframework.ui.Model page) {
		page.addAttribute("place", reach.chosen(viewer, place));
		page.addAttribute("models", models.latest());
		return "figures/models";
	}

	@GetMapping("/{key}")
	String model(@PathVariable String key, @RequestParam(required = false) String place, @RequestParam(required = false) String since,
			@RequestParam(required = false) String until, Viewer viewer, Locale locale, org.springframework.ui.Model page) {
		Place chosen = reach.chosen(viewer, place);
		YearMonth now = YearMonth.now(clock);
		String first = since == null || since.isBlank() ? now.minusMonths(MONTHS - 1L).toString() : since;
		Period period = Period.of(first, until, now);
		Model model = named(key);
		page.addAttribute("place", chosen);
		page.addAttribute("roots", reach.roots(viewer));
		page.addAttribute("period", period);
		page.addAttribute("drawn", model);
		page.addAttribute("steps", heat.of(model, new Extract.Wanted(chosen, period, locale)));
		return "figures/model";
	}

	@GetMapping(path = "/{key}/drawing", produces = MediaType.APPLICATION_XML_VALUE)
	@ResponseBody
	String drawing(@PathVariable String key, Viewer viewer) {
		reach.chosen(viewer, null);
		return models.bpmn(named(key).definitionId());
	}

	private Model named(String key) {
		return models.latest().stream().filter(model -> model.key().equals(key)).findFirst().orElseThrow(Refusal::notFound);
	}
}
