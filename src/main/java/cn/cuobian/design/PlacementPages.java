package cn.cuobian.design;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Says where open matters go, on the page of the draft. */
@Controller
class PlacementPages {

	private static final String PREFIX = "to:";

	private final Placements placements;
	private final DraftPages pages;
	private final StudioRefusals refusals;

	PlacementPages(Placements placements, DraftPages pages, StudioRefusals refusals) {
		this.placements = placements;
		this.pages = pages;
		this.refusals = refusals;
	}

	/** @param given {@code to:<model>:<element>} = a step of the draft, {@code -} or nothing */
	@PostMapping("/design/drafts/{id}/places")
	ModelAndView say(@PathVariable long id, @RequestParam Map<String, String> given, Viewer viewer, Locale locale, RedirectAttributes flash) {
		Map<String, String> places = new HashMap<>();
		given.forEach((name, target) -> {
			if (name.startsWith(PREFIX)) {
				places.put(name.substring(PREFIX.length()), target);
			}
		});
		try {
			placements.say(id, places, viewer);
			flash.addFlashAttribute("notice", "design.move.said");
			return new ModelAndView("redirect:/design/drafts/" + id);
		} catch (Refusal refusal) {
			return refusals.on(pages.show(id, viewer), refusal, Map.of(), locale);
		}
	}
}
