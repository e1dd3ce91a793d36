package cn.cuobian.votes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.people.Group;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;

/** The rolls of an election officer's territory, and a new one. */
@Controller
class RollListPages {

	/** Rolls looked through and compounds offered; a sub-district has a hundred. */
	private static final int MOST = 1_000;

	private final Rolls rolls;
	private final RollRows rows;
	private final RollRights rights;
	private final RollRefusals refusals;
	private final Places places;

	RollListPages(Rolls rolls, RollRows rows, RollRights rights, RollRefusals refusals, Places places) {
		this.rolls = rolls;
		this.rows = rows;
		this.rights = rights;
		this.refusals = refusals;
		this.places = places;
	}

	@GetMapping("/rolls")
	ModelAndView list(Viewer viewer) {
		var mine = rows.latest(MOST).stream().filter(roll -> rights.keeps(viewer, roll.place())).toList();
		return new ModelAndView("votes/rolls", Map.of("rolls", mine, "officer", viewer.is(RollRights.OFFICER)));
	}

	@GetMapping("/rolls/new")
	ModelAndView form(Viewer viewer) {
		return new ModelAndView("votes/roll-new", Map.of("compounds", compounds(viewer), "typed", Map.of()));
	}

	@PostMapping("/rolls")
	ModelAndView create(@RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		try {
			var id = rolls.create(typed.get("place"), typed.get("title"), "true".equals(typed.get("parking")), viewer);
			return new ModelAndView("redirect:/rolls/" + id);
		} catch (Refusal refusal) {
			return refusals.on(form(viewer), refusal, typed, locale);
		}
	}

	private List<Place> compounds(Viewer viewer) {
		return viewer.groups().stream().map(Group::parse).filter(group -> group.post().equals(RollRights.OFFICER))
				.flatMap(group -> Group.EVERYWHERE.equals(group.place()) ? below(null) : below(group.place())).distinct().limit(MOST).toList();
	}

	private Stream<Place> below(String code) {
		var self = code == null ? Stream.<Place>empty() : places.find(code).filter(place -> place.level() == Level.COMPOUND).stream();
		return Stream.concat(self, places.children(code).stream().filter(place -> !place.level().isBelow(Level.COMPOUND))
				.flatMap(place -> below(place.code())));
	}
}
