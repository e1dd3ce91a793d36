package cn.cuobian.people;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** API tokens, for an administrator. A new one is shown on one answer and never again. */
@Controller
class TokenPages {

	private static final String PAGE = "/admin/tokens";

	private final ApiTokens tokens;
	private final People people;
	private final RefusalSentences sentences;
	private final Clock clock;

	TokenPages(ApiTokens tokens, People people, RefusalSentences sentences, Clock clock) {
		this.tokens = tokens;
		this.people = people;
		this.sentences = sentences;
		this.clock = clock;
	}

	@GetMapping(PAGE)
	String list(Model model) {
		fill(model);
		return "people/tokens";
	}

	@PostMapping(PAGE)
	ModelAndView issue(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String username,
			@RequestParam(defaultValue = "0") String days, Locale locale) {
		var model = new ExtendedModelMap();
		try {
			model.addAttribute("token", tokens.issue(byUsername(username).id(), name, number(days)));
		} catch (Refusal refusal) {
			model.addAttribute("errors", sentences.byField(refusal, locale));
			model.addAttribute("given", Map.of("name", name, "username", username, "days", days));
		}
		fill(model);
		return new ModelAndView("people/tokens", model, model.containsKey("errors") ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	@PostMapping(PAGE + "/{id}/revoke")
	String revoke(@PathVariable long id, RedirectAttributes flash) {
		tokens.revoke(id);
		flash.addFlashAttribute("notice", "people.tokens.revoked-now");
		return "redirect:" + PAGE;
	}

	private void fill(Model model) {
		model.addAttribute("tokens", tokens.all());
		model.addAttribute("now", clock.instant());
		model.addAttribute("zone", clock.getZone());
	}

	private Person byUsername(String username) {
		return people.byUsername(username.strip().toLowerCase(Locale.ROOT))
				.orElseThrow(() -> Refusal.onField("username", "people.unknown-person", username));
	}

	private static int number(String days) {
		return days.strip().matches("\\d{1,4}") ? Integer.parseInt(days.strip()) : 0;
	}
}
