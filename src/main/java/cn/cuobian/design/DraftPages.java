package cn.cuobian.design;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.design.Takeover.Side;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** One draft: its files and what is wrong with them, and everything that is done with it as a whole. */
@Controller
@RequestMapping("/design/drafts/{id}")
class DraftPages {

	private final Drafts drafts;
	private final Approval approval;
	private final Release release;
	private final Takeover takeover;
	private final DraftView view;
	private final StudioRefusals refusals;

	DraftPages(Drafts drafts, Approval approval, Release release, Takeover takeover, DraftView view, StudioRefusals refusals) {
		this.drafts = drafts;
		this.approval = approval;
		this.release = release;
		this.takeover = takeover;
		this.view = view;
		this.refusals = refusals;
	}

	@GetMapping
	ModelAndView show(@PathVariable long id, Viewer viewer) {
		var page = new ModelAndView("design/draft", view.of(id, viewer));
		page.addObject("typed", Map.of());
		return page;
	}

	@GetMapping("/files.zip")
	ResponseEntity<byte[]> export(@PathVariable long id) {
		var draft = drafts.of(id);
		return BundlePages.zip(draft.bundle() + "-draft-" + id + "-" + draft.revision(), Exports.zip(drafts.files(id)));
	}

	@PostMapping("/submit")
	ModelAndView submit(@PathVariable long id, @RequestParam int revision, @RequestParam(defaultValue = "") String reason, Viewer viewer,
			Locale locale, RedirectAttributes flash) {
		return done(id, () -> approval.submit(id, revision, reason, viewer), "submitted", Map.of("reason", reason), viewer, locale, flash);
	}

	@PostMapping("/take-back")
	ModelAndView takeBack(@PathVariable long id, Viewer viewer, Locale locale, RedirectAttributes flash) {
		return done(id, () -> approval.takeBack(id, viewer), "taken-back", Map.of(), viewer, locale, flash);
	}

	@PostMapping("/withdraw")
	ModelAndView withdraw(@PathVariable long id, Viewer viewer, Locale locale, RedirectAttributes flash) {
		return done(id, () -> approval.withdraw(id, viewer), "withdrawn", Map.of(), viewer, locale, flash);
	}

	@PostMapping("/approve")
	ModelAndView approve(@PathVariable long id, @RequestParam int revision, @RequestParam(defaultValue = "") String words, Viewer viewer,
			Locale locale, RedirectAttributes flash) {
		return done(id, () -> approval.approve(id, revision, words, viewer), "approved", Map.of("words", words), viewer, locale, flash);
	}

	@PostMapping("/give-back")
	ModelAndView giveBack(@PathVariable long id, @RequestParam(defaultValue = "") String words, Viewer viewer, Locale locale,
			RedirectAttributes flash) {
		return done(id, () -> approval.giveBack(id, words, viewer), "returned", Map.of("words", words), viewer, locale, flash);
	}

	@PostMapping("/publish")
	ModelAndView publish(@PathVariable long id, Viewer viewer, Locale locale, RedirectAttributes flash) {
		return done(id, () -> release.publish(id, viewer), "published", Map.of(), viewer, locale, flash);
	}

	/** @param given {@code revision}, and for each file that was changed on both sides {@code stay:<path>} = MINE or THEIRS */
	@PostMapping("/take-over")
	ModelAndView takeOver(@PathVariable long id, @RequestParam int revision, @RequestParam Map<String, String> given, Viewer viewer, Locale locale,
			RedirectAttributes flash) {
		return done(id, () -> takeover.takeOver(id, revision, choices(given), viewer), "taken-over", given, viewer, locale, flash);
	}

	private static Map<String, Side> choices(Map<String, String> given) {
		Map<String, Side> choices = new HashMap<>();
		given.forEach((name, side) -> {
			if (name.startsWith("stay:") && List.of("MINE", "THEIRS").contains(side)) {
				choices.put(name.substring("stay:".length()), Side.valueOf(side));
			}
		});
		return choices;
	}

	private ModelAndView done(long id, Runnable act, String notice, Map<String, ?> typed, Viewer viewer, Locale locale, RedirectAttributes flash) {
		try {
			act.run();
			flash.addFlashAttribute("notice", "design.draft.done." + notice);
			return new ModelAndView("redirect:/design/drafts/" + id);
		} catch (Refusal refusal) {
			return refusals.on(show(id, viewer), refusal, typed, locale);
		}
	}
}
