package cn.cuobian.votes;

import java.util.EnumMap;
import java.util.List;
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

/** One unit of a roll: who owns it, masked until a reason is given; and how it is changed or corrected. */
@Controller
class RollUnitPages {

	private static final String PAGE = "/rolls/{id}/units/{unit}";
	/** Lines of the unit's record shown. */
	private static final int ENTRIES = 30;

	private final Rolls rolls;
	private final RollRights rights;
	private final RollUnits units;
	private final RollOwners owners;
	private final RollLines lines;
	private final RollChanges changes;
	private final RollReveals reveals;
	private final RollObjections objections;
	private final RollRecord record;
	private final RollRefusals refusals;
	private final People people;

	RollUnitPages(Rolls rolls, RollRights rights, RollUnits units, RollOwners owners, RollLines lines, RollChanges changes,
			RollReveals reveals, RollObjections objections, RollRecord record, RollRefusals refusals, People people) {
		this.rolls = rolls;
		this.rights = rights;
		this.units = units;
		this.owners = owners;
		this.lines = lines;
		this.changes = changes;
		this.reveals = reveals;
		this.objections = objections;
		this.record = record;
		this.refusals = refusals;
		this.people = people;
	}

	@GetMapping(PAGE)
	ModelAndView unit(@PathVariable long id, @PathVariable long unit, Viewer viewer) {
		return page(id, unit, viewer, false);
	}

	@PostMapping(PAGE + "/reveal")
	ModelAndView reveal(@PathVariable long id, @PathVariable long unit, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		try {
			reveals.reveal(id, find(id, unit).code(), typed.get("reason"), viewer);
			return page(id, unit, viewer, true);
		} catch (Refusal refusal) {
			return refusals.on(unit(id, unit, viewer), refusal, typed, locale);
		}
	}

	@PostMapping(PAGE + "/area")
	ModelAndView area(@PathVariable long id, @PathVariable long unit, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale,
			RedirectAttributes flash) {
		return changed(id, unit, typed, viewer, locale, flash,
				() -> changes.area(id, find(id, unit).code(), typed.get("area"), ground(typed), viewer));
	}

	@PostMapping(PAGE + "/owners")
	ModelAndView owners(@PathVariable long id, @PathVariable long unit, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale,
			RedirectAttributes flash) {
		return changed(id, unit, typed, viewer, locale, flash,
				() -> changes.owners(id, find(id, unit).code(), cells(typed), ground(typed), viewer));
	}

	@PostMapping(PAGE + "/representative")
	ModelAndView representative(@PathVariable long id, @PathVariable long unit, @RequestParam Map<String, String> typed, Viewer viewer,
			Locale locale, RedirectAttributes flash) {
		return changed(id, unit, typed, viewer, locale, flash,
				() -> changes.representative(id, find(id, unit).code(), number(typed.get("owner"), -1L), ground(typed), viewer));
	}

	private ModelAndView changed(long id, long unit, Map<String, String> typed, Viewer viewer, Locale locale, RedirectAttributes flash,
			Runnable change) {
		try {
			change.run();
			flash.addFlashAttribute("notice", "votes.roll.changed");
			return new ModelAndView("redirect:/rolls/" + id + "/units/" + unit);
		} catch (Refusal refusal) {
			return refusals.on(unit(id, unit, viewer), refusal, typed, locale);
		}
	}

	private ModelAndView page(long id, long unitId, Viewer viewer, boolean open) {
		var roll = rolls.of(id);
		rights.require(viewer, roll);
		var unit = find(id, unitId);
		var page = new ModelAndView("votes/roll-unit", Map.of("roll", roll, "unit", unit, "typed", Map.of(), "people", people, "open", open));
		page.addObject("owners", owners.ofUnit(unitId).stream().map(owner -> open ? owner : owner.masked()).toList());
		page.addObject("line", open && roll.isFrozen() ? lines.of(id, unit.code()).orElseThrow() : null);
		page.addObject("upheld", upheld(id, unit.code()));
		page.addObject("entries", record.ofUnit(id, unit.code(), ENTRIES).stream().map(RollEntry::masked).toList());
		return page;
	}

	private List<RollObjection> upheld(long roll, String code) {
		return objections.of(roll).stream().filter(one -> one.unit().equals(code) && one.state() == ObjectionState.UPHELD).toList();
	}

	private RollUnit find(long roll, long unit) {
		return units.find(roll, unit).orElseThrow(Refusal::notFound);
	}

	private static RollChanges.Ground ground(Map<String, String> typed) {
		return new RollChanges.Ground(typed.get("reason"), number(typed.get("objection"), null));
	}

	private static Map<RollColumn, String> cells(Map<String, String> typed) {
		var cells = new EnumMap<RollColumn, String>(RollColumn.class);
		cells.put(RollColumn.OWNERS, typed.get("owners"));
		cells.put(RollColumn.LAST_FOUR, typed.get("lastFour"));
		cells.put(RollColumn.PHONE, typed.get("phone"));
		cells.put(RollColumn.MAIL, typed.get("mail"));
		cells.put(RollColumn.REPRESENTATIVE, typed.get("representative"));
		cells.put(RollColumn.SALE, typed.get("sale"));
		return cells;
	}

	private static Long number(String text, Long otherwise) {
		return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : otherwise;
	}
}
