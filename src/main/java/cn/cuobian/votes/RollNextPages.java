package cn.cuobian.votes;

import java.util.Locale;
import java.util.Map;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** What follows from a frozen roll: the owners' notices, and the draft of the next one. */
@Controller
class RollNextPages {

	private static final String PAGE = "/rolls/{id}/next";

	private final Rolls rolls;
	private final RollRights rights;
	private final RollUnits units;
	private final RollPrint print;
	private final RollCopy copy;
	private final RollRefusals refusals;

	RollNextPages(Rolls rolls, RollRights rights, RollUnits units, RollPrint print, RollCopy copy, RollRefusals refusals) {
		this.rolls = rolls;
		this.rights = rights;
		this.units = units;
		this.print = print;
		this.copy = copy;
		this.refusals = refusals;
	}

	@GetMapping(PAGE)
	ModelAndView next(@PathVariable long id, Viewer viewer) {
		var roll = rolls.of(id);
		rights.require(viewer, roll);
		return new ModelAndView("votes/roll-next", Map.of("roll", roll, "buildings", units.buildings(id), "typed", Map.of()));
	}

	/** By POST: it puts a line on record. */
	@PostMapping(PAGE + "/slips")
	Object slips(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		try {
			var pdf = print.slips(id, typed.getOrDefault("building", ""), typed.get("reason"), viewer);
			return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("roll-" + id + "-notices.pdf").build().toString()).body(pdf);
		} catch (Refusal refusal) {
			return refusals.on(next(id, viewer), refusal, typed, locale);
		}
	}

	@PostMapping(PAGE + "/copy")
	ModelAndView copy(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		try {
			return new ModelAndView("redirect:/rolls/" + copy.copy(id, typed.get("title"), typed.get("building"), viewer));
		} catch (Refusal refusal) {
			return refusals.on(next(id, viewer), refusal, typed, locale);
		}
	}
}
