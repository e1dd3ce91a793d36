package cn.cuobian.people;

import java.util.List;
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

/** Who holds which post at a place: appoint, end, name a deputy, see what is vacant. */
@Controller
class PostPages {

	private static final String PAGE = "/admin/posts";

	private final PostBoard board;
	private final Appointments appointments;
	private final People people;
	private final Days days;
	private final RefusalSentences sentences;

	PostPages(PostBoard board, Appointments appointments, People people, Days days, RefusalSentences sentences) {
		this.board = board;
		this.appointments = appointments;
		this.people = people;
		this.days = days;
		this.sentences = sentences;
	}

	@GetMapping(PAGE)
	String show(@RequestParam(defaultValue = Group.EVERYWHERE) String place, @RequestParam(required = false) String q, Model model) {
		board.fill(place, q, model);
		return "people/posts";
	}

	@PostMapping(PAGE)
	ModelAndView appoint(@RequestParam String place, @RequestParam(defaultValue = "") String post,
			@RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String from,
			@RequestParam(defaultValue = "") String until, Locale locale, RedirectAttributes flash) {
		try {
			appointments.appoint(byUsername(username).id(), post, place, days.from(from), days.until(until));
		} catch (Refusal refusal) {
			return refused(place, refusal, locale, Map.of("post", post, "username", username, "from", from, "until", until));
		}
		return done("people.posts.appointed", place, flash);
	}

	@PostMapping(PAGE + "/{holding}/end")
	ModelAndView end(@PathVariable long holding, @RequestParam String place, RedirectAttributes flash) {
		appointments.end(holding);
		return done("people.posts.ended", place, flash);
	}

	@PostMapping(PAGE + "/{holding}/deputy")
	ModelAndView deputise(@PathVariable long holding, @RequestParam String place, @RequestParam(defaultValue = "") String username,
			@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until, Locale locale,
			RedirectAttributes flash) {
		try {
			appointments.deputise(holding, byUsername(username).id(), days.from(from), days.until(until));
		} catch (Refusal refusal) {
			return refused(place, refusal, locale, Map.of());
		}
		return done("people.posts.deputised", place, flash);
	}

	@PostMapping(PAGE + "/deputies/{deputy}/end")
	ModelAndView endDeputy(@PathVariable long deputy, @RequestParam String place, RedirectAttributes flash) {
		appointments.endDeputy(deputy);
		return done("people.posts.deputy-ended", place, flash);
	}

	private Person byUsername(String username) {
		return people.byUsername(username.strip().toLowerCase(Locale.ROOT))
				.orElseThrow(() -> Refusal.onField("username", "people.unknown-person", username));
	}

	private static ModelAndView done(String notice, String place, RedirectAttributes flash) {
		flash.addFlashAttribute("notice", notice);
		return new ModelAndView("redirect:" + PAGE, Map.of("place", place));
	}

	private ModelAndView refused(String place, Refusal refusal, Locale locale, Map<String, String> given) {
		var model = new ExtendedModelMap();
		board.fill(place, null, model);
		model.addAttribute("refused", List.of(sentences.sentence(refusal, locale)));
		model.addAttribute("given", given);
		return new ModelAndView("people/posts", model, HttpStatus.UNPROCESSABLE_CONTENT);
	}
}
