package cn.cuobian.matters;

import java.util.Locale;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.vault.SecretCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where who reported a matter has the contact corrected or deleted. */
@Controller
@RequestMapping("/track/{code}/contact")
class TrackContactPages {

	private final ResidentContact contact;
	private final TrackedPage tracked;
	private final PublicLimits limits;
	private final RefusalSentences sentences;

	TrackContactPages(ResidentContact contact, TrackedPage tracked, PublicLimits limits, RefusalSentences sentences) {
		this.contact = contact;
		this.tracked = tracked;
		this.limits = limits;
		this.sentences = sentences;
	}

	@ModelAttribute
	void keepNothing(HttpServletResponse response) {
		TrackedPage.keepNothing(response);
	}

	/** What was wrong is said beside what was typed. */
	@PostMapping
	String correct(@PathVariable String code, @RequestParam(required = false) String name,
			@RequestParam(required = false) String phone, @RequestParam(required = false) String mail,
			@RequestParam(required = false) String consent, Model page, Locale locale, RedirectAttributes next,
			HttpServletRequest request, HttpServletResponse response) {
		Contact given = new Contact(name, phone, mail);
		try {
			return changed(code, request, next, "matters.track.contact.corrected", () -> contact.correct(code, given, consent));
		} catch (Refusal refusal) {
			if (sentences.byField(refusal, locale).isEmpty()) {
				throw refusal;
			}
			return refused(code, given, refusal, page, locale, response);
		}
	}

	@PostMapping("/delete")
	String delete(@PathVariable String code, RedirectAttributes next, HttpServletRequest request) {
		return changed(code, request, next, "matters.track.contact.deleted", () -> contact.delete(code));
	}

	@PostMapping("/no-mail")
	String stopMails(@PathVariable String code, RedirectAttributes next, HttpServletRequest request) {
		return changed(code, request, next, "matters.track.contact.mails-stopped", () -> contact.stopMails(code));
	}

	private String changed(String code, HttpServletRequest request, RedirectAttributes next, String notice,
			Runnable act) {
		limits.countContact(request);
		limits.withCode(request, () -> {
			act.run();
			return code;
		});
		next.addFlashAttribute("notice", notice);
		return "redirect:/track/" + SecretCode.read(code).map(SecretCode::compact).orElseThrow(Tracking::unknownCode)
				+ "#contact";
	}

	private String refused(String code, Contact given, Refusal refusal, Model page, Locale locale,
			HttpServletResponse response) {
		String view = tracked.show(code, given, page, locale);
		page.addAttribute("contactSentence", sentences.sentence(refusal, locale));
		page.addAttribute("errors", sentences.byField(refusal, locale));
		response.setStatus(refusal.status().value());
		return view;
	}
}
