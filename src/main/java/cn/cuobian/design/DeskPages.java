package cn.cuobian.design;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import cn.cuobian.people.ApiTokens;
import cn.cuobian.people.TokenDoor;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** How a designer connects the drawing tool on his own computer, and the tokens that he has made for it. */
@Controller
@RequestMapping("/design/desk")
class DeskPages {

	private final ApiTokens tokens;
	private final RefusalSentences sentences;
	private final Clock clock;

	DeskPages(ApiTokens tokens, RefusalSentences sentences, Clock clock) {
		this.tokens = tokens;
		this.sentences = sentences;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(Viewer viewer) {
		StudioRights.draws(viewer);
		var page = new ModelAndView("design/desk");
		page.addObject("endpoint", ServletUriComponentsBuilder.fromCurrentContextPath().path("/engine-rest").build().toUriString());
		page.addObject("username", viewer.username());
		page.addObject("tokens", tokens.of(viewer.personId(), TokenDoor.DESK));
		page.addObject("now", clock.instant());
		page.addObject("zone", clock.getZone());
		page.addObject("given", Map.of("name", "", "days", "90"));
		return page;
	}

	/** The token stands on this one answer and never again. */
	@PostMapping("/tokens")
	ModelAndView make(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "0") String days, Viewer viewer, Locale locale) {
		StudioRights.draws(viewer);
		try {
			var token = tokens.issue(viewer.personId(), name, number(days), TokenDoor.DESK);
			return show(viewer).addObject("token", token);
		} catch (Refusal refusal) {
			var page = show(viewer).addObject("errors", sentences.byField(refusal, locale)).addObject("given", Map.of("name", name, "days", days));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
	}

	@PostMapping("/tokens/{id}/withdraw")
	String withdraw(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		tokens.revoke(id, viewer.personId());
		flash.addFlashAttribute("notice", "design.desk.withdrawn-now");
		return "redirect:/design/desk";
	}

	private static int number(String days) {
		return days.strip().matches("\\d{1,4}") ? Integer.parseInt(days.strip()) : 0;
	}
}
