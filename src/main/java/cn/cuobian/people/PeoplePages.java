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

/** Persons and their accounts, for an administrator. A given password is shown on one answer and stored nowhere. */
@Controller
class PeoplePages {

	private static final int PAGE = 20;

	private final People people;
	private final Accounts accounts;
	private final Appointments appointments;
	private final Posts posts;
	private final RefusalSentences sentences;

	PeoplePages(People people, Accounts accounts, Appointments appointments, Posts posts, RefusalSentences sentences) {
		this.people = people;
		this.accounts = accounts;
		this.appointments = appointments;
		this.posts = posts;
		this.sentences = sentences;
	}

	@GetMapping("/admin/people")
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Model model) {
		fill(q, after, model);
		return "people/people";
	}

	@PostMapping("/admin/people")
	ModelAndView create(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String username, Locale locale) {
		var model = new ExtendedModelMap();
		var password = accounts.oneTimePassword();
		try {
			model.addAttribute("created", accounts.create(name, username.strip(), password));
			model.addAttribute("password", password);
		} catch (Refusal refusal) {
			model.addAttribute("errors", sentences.byField(refusal, locale));
			model.addAttribute("given", Map.of("name", name, "username", username));
		}
		fill("", "", model);
		return new ModelAndView("people/people", model, model.containsKey("errors") ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	@GetMapping("/admin/people/{id}")
	String person(@PathVariable long id, Model model, Locale locale) {
		model.addAttribute("person", people.get(id));
		model.addAttribute("posts", names(id, locale));
		return "people/person";
	}

	@PostMapping("/admin/people/{id}/reset")
	String reset(@PathVariable long id, Model model, Locale locale) {
		people.get(id);
		model.addAttribute("password", accounts.reset(id));
		return person(id, model, locale);
	}

	@PostMapping("/admin/people/{id}/disable")
	String disable(@PathVariable long id, @RequestParam boolean disabled, Viewer viewer, RedirectAttributes flash) {
		if (viewer.personId() == id) {
			throw new Refusal("people.not-yourself");
		}
		accounts.disable(id, disabled);
		flash.addFlashAttribute("notice", disabled ? "people.account.disabled" : "people.account.enabled");
		return "redirect:/admin/people/" + id;
	}

	private List<String> names(long person, Locale locale) {
		return appointments.of(person).stream().map(holding -> posts.nameOf(holding.group().key(), locale)).toList();
	}

	private void fill(String q, String after, Model model) {
		var found = people.search(q, after, PAGE + 1);
		model.addAttribute("q", q);
		model.addAttribute("people", found.stream().limit(PAGE).toList());
		model.addAttribute("next", found.size() > PAGE ? found.get(PAGE - 1).username() : null);
	}
}
