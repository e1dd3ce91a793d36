package cn.cuobian.design;

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

/** Goes back to an older version with one button and a reason. */
@Controller
class RollBackPages {

	private final RollBack back;
	private final BundlePages pages;
	private final StudioRefusals refusals;

	RollBackPages(RollBack back, BundlePages pages, StudioRefusals refusals) {
		this.back = back;
		this.pages = pages;
		this.refusals = refusals;
	}

	@PostMapping("/design/{bundle}/versions/{version}/back")
	ModelAndView begin(@PathVariable String bundle, @PathVariable int version, @RequestParam(defaultValue = "") String reason, Viewer viewer,
			Locale locale, RedirectAttributes flash) {
		try {
			var draft = back.begin(bundle, version, reason, viewer);
			flash.addFlashAttribute("notice", "design.move.back-begun");
			return new ModelAndView("redirect:/design/drafts/" + draft);
		} catch (Refusal refusal) {
			return refusals.on(pages.one(bundle, viewer), refusal, Map.of(), locale);
		}
	}
}
