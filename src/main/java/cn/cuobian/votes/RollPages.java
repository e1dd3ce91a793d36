package cn.cuobian.votes;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** One roll: what it adds up to, its units, the objections and the record; and the freeze. */
@Controller
class RollPages {

	private static final String PAGE = "/rolls/{id}";
	/** Units shown at once. */
	private static final int UNITS = 50;
	/** Lines of the record shown. */
	private static final int ENTRIES = 50;

	private final Rolls rolls;
	private final RollRows rows;
	private final RollRights rights;
	private final RollUnits units;
	private final RollObjections objections;
	private final RollRecord record;
	private final RollFreeze freeze;
	private final RollRefusals refusals;
	private final People people;

	RollPages(Rolls rolls, RollRows rows, RollRights rights, RollUnits units, RollObjections objections, RollRecord record,
			RollFreeze freeze, RollRefusals refusals, People people) {
		this.rolls = rolls;
		this.rows = rows;
		this.rights = rights;
		this.units = units;
		this.objections = objections;
		this.record = record;
		this.freeze = freeze;
		this.refusals = refusals;
		this.people = people;
	}

	@GetMapping(PAGE)
	ModelAndView roll(@PathVariable long id, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Viewer viewer) {
		var page = page(id, viewer);
		var found = units.search(id, RollTable.plain(q).replaceAll("\\s", ""), after, UNITS + 1);
		page.addObject("q", q);
		page.addObject("units", found.stream().limit(UNITS).toList());
		page.addObject("next", found.size() > UNITS ? found.get(UNITS - 1).code() : null);
		return page;
	}

	@PostMapping(PAGE + "/freeze")
	ModelAndView freeze(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale, RedirectAttributes flash) {
		return done(id, typed, viewer, locale, () -> {
			freeze.asSeen(id, typed.getOrDefault("edition", ""), viewer);
			flash.addFlashAttribute("notice", "votes.roll.frozen-now");
		});
	}

	@PostMapping(PAGE + "/objections")
	ModelAndView object(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale, RedirectAttributes flash) {
		return done(id, typed, viewer, locale, () -> {
			objections.raise(id, typed.get("unit"), typed.get("words"), viewer);
			flash.addFlashAttribute("notice", "votes.roll.objection-kept");
		});
	}

	@PostMapping(PAGE + "/objections/{objection}")
	ModelAndView answer(@PathVariable long id, @PathVariable long objection, @RequestParam Map<String, String> typed, Viewer viewer,
			Locale locale, RedirectAttributes flash) {
		return done(id, typed, viewer, locale, () -> {
			objections.answer(id, objection, "true".equals(typed.get("upheld")), typed.get("answer"), viewer);
			flash.addFlashAttribute("notice", "votes.roll.objection-done");
		});
	}

	private ModelAndView done(long id, Map<String, String> typed, Viewer viewer, Locale locale, Runnable act) {
		try {
			act.run();
			return new ModelAndView("redirect:/rolls/" + id);
		} catch (Refusal refusal) {
			return refusals.on(roll(id, "", "", viewer), refusal, typed, locale);
		}
	}

	private ModelAndView page(long id, Viewer viewer) {
		var roll = rolls.of(id);
		rights.require(viewer, roll);
		var page = new ModelAndView("votes/roll", Map.of("roll", roll, "edition", rows.edition(id), "typed", Map.of(), "people", people));
		page.addObject("totals", RollTotals.of(roll.parking(), units.lots(id)));
		page.addObject("objections", objections.of(id));
		page.addObject("entries", record.latest(id, ENTRIES).stream().map(RollEntry::masked).toList());
		return page;
	}
}
