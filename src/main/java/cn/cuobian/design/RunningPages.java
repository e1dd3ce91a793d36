package cn.cuobian.design;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.people.Viewer;

/** Which version the open matters run on, and those that wait at one step, by their numbers. */
@Controller
@RequestMapping("/design/{bundle}/running")
class RunningPages {

	private final Bundles bundles;
	private final OpenMatters matters;
	private final Moves moves;
	private final BundleNames names;

	RunningPages(Bundles bundles, OpenMatters matters, Moves moves, BundleNames names) {
		this.bundles = bundles;
		this.matters = matters;
		this.moves = moves;
		this.names = names;
	}

	@GetMapping
	ModelAndView all(@PathVariable String bundle, Viewer viewer) {
		var page = new ModelAndView("design/running");
		page.addObject("bundle", bundles.of(bundle));
		page.addObject("name", names.of(bundle));
		page.addObject("versions", matters.of(bundle));
		page.addObject("behind", moves.behind(bundle));
		page.addObject("underWay", moves.underWay(bundle).orElse(null));
		page.addObject("moves", moves.latest(bundle));
		page.addObject("mayMove", Moves.mayMove(viewer));
		return page;
	}

	/** @param after the last one of the page before */
	@GetMapping("/at")
	ModelAndView at(@PathVariable String bundle, @RequestParam String deployment, @RequestParam String model, @RequestParam String step,
			@RequestParam(defaultValue = "") String after, Viewer viewer) {
		bundles.of(bundle);
		var found = matters.step(bundle, deployment, model, step);
		var page = new ModelAndView("design/running-at");
		page.addObject("bundle", bundle);
		page.addObject("name", names.of(bundle));
		page.addObject("deployment", deployment);
		page.addObject("step", found);
		page.addObject("found", matters.at(deployment, found, after, viewer));
		return page;
	}
}
