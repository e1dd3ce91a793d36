package cn.cuobian.figures;

import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Place;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far forecasts could be trusted so far. */
@Controller
class ForecastPages {

	private final Reach reach;
	private final Calibration calibration;

	ForecastPages(Reach reach, Calibration calibration) {
		this.reach = reach;
		this.calibration = calibration;
	}

	@GetMapping("/figures/forecasts")
	String forecasts(@RequestParam(required = false) String place, Viewer viewer, Model model) {
		Place chosen = reach.chosen(viewer, place);
		model.addAttribute("place", chosen);
		model.addAttribute("tenths", calibration.of(chosen.path()));
		model.addAttribute("least", Past.MINIMUM);
		return "figures/forecasts";
	}
}
