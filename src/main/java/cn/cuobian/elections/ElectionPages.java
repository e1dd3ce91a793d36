package cn.cuobian.elections;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import cn.cuobian.people.Group;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of elections, a new one, and the cockpit of the officer who runs one. */
@Controller
class ElectionPages {

	private static final int PAGE = 50;
	private static final int MOST_COMPOUNDS = 1_000;

	private final Elections elections;
	private final Groups groups;
	private final Cockpit cockpit;
	private final FormRefusals refusals;
	private final Places places;

	ElectionPages(Elections elections, Groups groups, Cockpit cockpit, FormRefusals refusals, Places places) {
		this.elections = elections;
		this.groups = groups;
		this.cockpit = cockpit;
		this.refusals = refusals;
		this.places = places;
	}

	@GetMapping("/elections")
	ModelAndView list(@RequestParam(defaultValue = "9223372036854775807") long before, Viewer viewer) {
		var found = elections.seenBy(viewer, before, PAGE);
		var model = new HashMap<String, Object>(Map.of("elections", found, "officer", viewer.is(ElectionRights.OFFICER)));
		model.put("next", found.size() == PAGE ? found.get(PAGE - 1).id() : null);
		return new ModelAndView("elections/list", model);
	}

	@GetMapping("/elections/new")
	ModelAndView form(Viewer viewer) {
		return new ModelAndView("elections/new", Map.of("compounds", compounds(viewer), "typed", Map.of(), "wrong", Map.of()));
	}

	@PostMapping("/elections")
	ModelAndView begin(@RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		try {
			long id = elections.begin(new NewElection(typed.get("place"), typed.get("title"), typed.get("kind"), typed.get("schedule"),
					number(typed, "seats"), number(typed, "alternates")), viewer);
			return new ModelAndView("redirect:/elections/" + id);
		} catch (Refusal refusal) {
			return refusals.on(form(viewer), refusal, typed, locale);
		}
	}

	@GetMapping("/elections/{id:[0-9]+}")
	ModelAndView election(@PathVariable long id, Viewer viewer, Locale locale) {
		return new ModelAndView("elections/election", cockpit.of(elections.of(id, viewer), viewer, locale));
	}

	@PostMapping("/elections/{id:[0-9]+}/group")
	ModelAndView addMember(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		elections.of(id, viewer);
		return acted(id, typed, viewer, locale, () -> groups.add(id, role(typed.get("role")), "true".equals(typed.get("leader")),
				typed.get("name"), viewer));
	}

	@PostMapping("/elections/{id:[0-9]+}/group/{member:[0-9]+}/remove")
	ModelAndView removeMember(@PathVariable long id, @PathVariable long member, Viewer viewer, Locale locale) {
		elections.of(id, viewer);
		return acted(id, Map.of(), viewer, locale, () -> groups.remove(id, member, viewer));
	}

	@PostMapping("/elections/{id:[0-9]+}/annul")
	ModelAndView annul(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		elections.of(id, viewer);
		return acted(id, typed, viewer, locale, () -> elections.annul(id, typed.get("words"), viewer));
	}

	private ModelAndView acted(long id, Map<String, String> typed, Viewer viewer, Locale locale, Runnable act) {
		try {
			act.run();
			return new ModelAndView("redirect:/elections/" + id);
		} catch (Refusal refusal) {
			return refusals.on(election(id, viewer, locale), refusal, typed, locale);
		}
	}

	/** -1, which no rule lets pass, for what is no number. */
	static int number(Map<String, String> typed, String field) {
		var text = typed.getOrDefault(field, "").strip();
		return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
	}

	private static Role role(String code) {
		return Arrays.stream(Role.values()).filter(role -> role.code().equals(code)).findFirst().orElse(null);
	}

	private List<Place> compounds(Viewer viewer) {
		return viewer.groups().stream().map(Group::parse).filter(group -> group.post().equals(ElectionRights.OFFICER))
				.flatMap(group -> below(Group.EVERYWHERE.equals(group.place()) ? null : group.place())).distinct().limit(MOST_COMPOUNDS).toList();
	}

	private Stream<Place> below(String code) {
		var self = code == null ? Stream.<Place>empty() : places.find(code).filter(place -> place.level() == Level.COMPOUND).stream();
		return Stream.concat(self, places.children(code).stream().filter(place -> !place.level().isBelow(Level.COMPOUND))
				.flatMap(place -> below(place.code())));
	}
}
