package cn.cuobian.matters;

import java.util.Locale;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.vault.SecretCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the holder of a code follows a matter, rates the answer, asks for more or takes it back. */
@Controller
@RequestMapping("/track")
class TrackPages {

	private final Tracking tracking;
	private final TrackedPage tracked;
	private final ResidentActs acts;
	private final PublicLimits limits;
	private final RefusalSentences sentences;

	TrackPages(Tracking tracking, TrackedPage tracked, ResidentActs acts, PublicLimits limits,
			RefusalSentences sentences) {
		this.tracking = tracking;
		this.tracked = tracked;
		this.acts = acts;
		this.limits = limits;
		this.sentences = sentences;
	}

	@ModelAttribute
	void keepNothing(HttpServletResponse response) {
		TrackedPage.keepNothing(response);
	}

	@GetMapping
	String form() {
		return "matters/track";
	}

	@PostMapping
	String find(@RequestParam(defaultValue = "") String code, Model page, Locale locale, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			limits.withCode(request, () -> tracking.of(code, locale));
			return "redirect:/track/" + SecretCode.read(code).map(SecretCode::compact).orElseThrow(Tracking::unknownCode);
		} catch (Refusal refusal) {
			page.addAttribute("sentence", sentences.sentence(refusal, locale));
			response.setStatus(refusal.status().value());
			return "matters/track";
		}
	}

	@GetMapping("/{code}")
	String state(@PathVariable String code, Model page, Locale locale, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			return limits.withCode(request, () -> tracked.show(code, Contact.NONE, page, locale));
		} catch (Refusal refusal) {
			page.addAttribute("sentence", sentences.sentence(refusal, locale));
			response.setStatus(refusal.status().value());
			return "matters/track";
		}
	}

	@PostMapping("/{code}/rating")
	String rate(@PathVariable String code, @RequestParam(defaultValue = "0") int satisfaction,
			@RequestParam(required = false) String words, HttpServletRequest request, RedirectAttributes next) {
		return done(code, request, next, "matters.track.rated", () -> acts.rate(code, satisfaction, words));
	}

	@PostMapping("/{code}/reopen")
	String reopen(@PathVariable String code, @RequestParam(required = false) String reason, HttpServletRequest request,
			RedirectAttributes next) {
		return done(code, request, next, "matters.track.reopened", () -> acts.reopen(code, reason));
	}

	@PostMapping("/{code}/withdraw")
	String withdraw(@PathVariable String code, @RequestParam(required = false) String reason, HttpServletRequest request,
			RedirectAttributes next) {
		return done(code, request, next, "matters.track.withdrawn", () -> acts.withdraw(code, reason));
	}

	private String done(String code, HttpServletRequest request, RedirectAttributes next, String notice, Runnable act) {
		String compact = limits.withCode(request, () -> {
			act.run();
			return SecretCode.read(code).map(SecretCode::compact).orElseThrow(Tracking::unknownCode);
		});
		next.addFlashAttribute("notice", notice);
		return "redirect:/track/" + compact;
	}
}
