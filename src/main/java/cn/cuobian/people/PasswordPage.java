package cn.cuobian.people;

import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** Where a person changes the own password, by choice or because it was given by somebody else. */
@Controller
class PasswordPage {

	static final String PATH = "/account/password";

	private final Accounts accounts;
	private final RefusalSentences sentences;

	PasswordPage(Accounts accounts, RefusalSentences sentences) {
		this.accounts = accounts;
		this.sentences = sentences;
	}

	@GetMapping(PATH)
	String show(Viewer viewer, Model model) {
		fill(viewer, model);
		return "people/password";
	}

	@PostMapping(PATH)
	ModelAndView change(Viewer viewer, @RequestParam(defaultValue = "") String old,
			@RequestParam(defaultValue = "") String wanted, @RequestParam(defaultValue = "") String repeated,
			Model model, Locale locale, RedirectAttributes flash) {
		try {
			accounts.change(viewer.personId(), old, wanted, repeated);
		} catch (Refusal refusal) {
			fill(viewer, model);
			model.addAttribute("errors", sentences.byField(refusal, locale));
			return new ModelAndView("people/password", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		flash.addFlashAttribute("notice", "people.password.changed");
		return new ModelAndView("redirect:/");
	}

	private void fill(Viewer viewer, Model model) {
		model.addAttribute("username", viewer.username());
		model.addAttribute("forced", accounts.byPerson(viewer.personId()).filter(Accounts.Account::mustChange).isPresent());
	}
}
