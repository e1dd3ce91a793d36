package cn.cuobian.elections;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where candidates are entered, one by one or in lists, and where their reviews are followed. */
@Controller
class CandidatePages {

	private final Elections elections;
	private final Candidates candidates;
	private final Nominations nominations;
	private final CandidateDesk desk;
	private final FormRefusals refusals;

	CandidatePages(Elections elections, Candidates candidates, Nominations nominations, CandidateDesk desk, FormRefusals refusals) {
		this.elections = elections;
		this.candidates = candidates;
		this.nominations = nominations;
		this.desk = desk;
		this.refusals = refusals;
	}

	@GetMapping("/elections/{id:[0-9]+}/candidates")
	ModelAndView candidates(@PathVariable long id, @RequestParam Map<String, String> asked, Viewer viewer, Locale locale) {
		return new ModelAndView("elections/candidates", desk.of(elections.of(id, viewer), CandidateFilter.of(asked), viewer, locale));
	}

	@PostMapping("/elections/{id:[0-9]+}/candidates")
	ModelAndView nominate(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		elections.of(id, viewer);
		return acted(id, typed, viewer, locale, () -> nominations.nominate(id, new NewCandidate(channel(typed.get("channel")),
				Math.max(0, ElectionPages.number(typed, "proposers")), typed.get("name"), typed.get("unit"), typed.get("statement"),
				"true".equals(typed.get("party")), "true".equals(typed.get("publish"))), viewer));
	}

	/** A list of them, of which all is taken or nothing. */
	@PostMapping("/elections/{id:[0-9]+}/candidates/list")
	ModelAndView list(@PathVariable long id, @RequestParam MultipartFile file, Viewer viewer, Locale locale) throws IOException {
		var content = file.getBytes();
		var election = elections.of(id, viewer);
		var page = new ModelAndView("elections/candidates");
		try {
			page.addObject("taken", nominations.take(id, NominationFile.read(content), viewer));
		} catch (NominationErrors errors) {
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			page.addObject("errors", refusals.lines(errors, locale));
		} catch (Refusal refusal) {
			return refusals.on(candidates(id, Map.of(), viewer, locale), refusal, Map.of(), locale);
		}
		return page.addAllObjects(desk.of(election, CandidateFilter.of(Map.of()), viewer, locale));
	}

	@PostMapping("/elections/{id:[0-9]+}/candidates/{candidate:[0-9]+}/photo")
	ModelAndView photo(@PathVariable long id, @PathVariable long candidate, @RequestParam MultipartFile photo, Viewer viewer, Locale locale)
			throws IOException {
		var upload = photo.getBytes();
		mine(id, candidate, viewer);
		return acted(id, Map.of(), viewer, locale, () -> candidates.photo(candidate, upload, viewer));
	}

	private void mine(long id, long candidate, Viewer viewer) {
		elections.of(id, viewer);
		if (candidates.get(candidate).electionId() != id) {
			throw Refusal.notFound();
		}
	}

	/** @param how {@code withdrawn} by himself, or {@code struck} off after an objection */
	@PostMapping("/elections/{id:[0-9]+}/candidates/{candidate:[0-9]+}/{how:withdrawn|struck}")
	ModelAndView leave(@PathVariable long id, @PathVariable long candidate, @PathVariable String how, @RequestParam Map<String, String> typed,
			Viewer viewer, Locale locale) {
		mine(id, candidate, viewer);
		return acted(id, typed, viewer, locale, () -> {
			if (how.equals("struck")) {
				candidates.strike(candidate, typed.get("words"), viewer);
			} else {
				candidates.withdraw(candidate, typed.get("words"), viewer);
			}
		});
	}

	private ModelAndView acted(long id, Map<String, String> typed, Viewer viewer, Locale locale, Runnable act) {
		try {
			act.run();
			return new ModelAndView("redirect:/elections/" + id + "/candidates");
		} catch (Refusal refusal) {
			return refusals.on(candidates(id, Map.of(), viewer, locale), refusal, typed, locale);
		}
	}

	private static Channel channel(String code) {
		return Arrays.stream(Channel.values()).filter(channel -> channel.code().equals(code)).findFirst().orElse(null);
	}
}
