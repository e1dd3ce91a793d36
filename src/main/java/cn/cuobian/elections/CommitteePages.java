package cn.cuobian.elections;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A committee in its term: members, vacancies, recall, and when the re-election begins. */
@Controller
class CommitteePages {

	private static final int HUNDREDTHS = 100;

	private final Committees committees;
	private final Cockpit cockpit;
	private final ElectionRights rights;
	private final FormRefusals refusals;
	private final Clocks clocks;
	private final Places places;

	CommitteePages(Committees committees, Cockpit cockpit, ElectionRights rights, FormRefusals refusals, Clocks clocks, Places places) {
		this.committees = committees;
		this.cockpit = cockpit;
		this.rights = rights;
		this.refusals = refusals;
		this.clocks = clocks;
		this.places = places;
	}

	@GetMapping("/elections/committees/{id:[0-9]+}")
	ModelAndView committee(@PathVariable long id, Viewer viewer, Locale locale) {
		var committee = committees.of(id, viewer);
		boolean reviews = rights.reviews(viewer, committee.place());
		var model = new HashMap<String, Object>(Map.of("committee", committee, "place", places.get(committee.place()), "open",
				cockpit.open(committee.subject(), locale), "lines", cockpit.lines(committee.subject(), reviews), "named", reviews,
				"causes", Committees.CAUSES.stream().sorted().toList(), "reelection",
				clocks.latestBefore("COMM.REELECT", committee.place(), committee.termTo()), "typed", Map.of(), "wrong", Map.of()));
		model.put("clocks", clocks.ofSubject(committee.subject()).stream().filter(running -> running.taskId() == null).toList());
		model.put("chairless", committees.lacksChair(committee));
		model.put("mayAppoint", viewer.roles().contains("ADMINISTRATOR"));
		model.put("mayEdit", rights.runs(viewer, committee.place()) && committee.state().equals(Committee.IN_OFFICE));
		return new ModelAndView("elections/committee", model);
	}

	@PostMapping("/elections/committees/{id:[0-9]+}/vacate")
	ModelAndView vacate(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		return acted(id, typed, viewer, locale,
				() -> committees.vacate(id, ElectionPages.number(typed, "member"), typed.get("cause"), typed.get("words"), viewer));
	}

	@PostMapping("/elections/committees/{id:[0-9]+}/recall")
	ModelAndView recall(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		return acted(id, typed, viewer, locale, () -> committees.proposeRecall(id, ElectionPages.number(typed, "member"),
				ElectionPages.number(typed, "members"), ElectionPages.number(typed, "heads"),
				(long) ElectionPages.number(typed, "area") * HUNDREDTHS, typed.get("words"), viewer));
	}

	@PostMapping("/elections/committees/{id:[0-9]+}/settled")
	ModelAndView settled(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		return acted(id, typed, viewer, locale, () -> committees.settled(id, typed.get("code"), typed.get("words"), viewer));
	}

	private ModelAndView acted(long id, Map<String, String> typed, Viewer viewer, Locale locale, Runnable act) {
		committees.of(id, viewer);
		try {
			act.run();
			return new ModelAndView("redirect:/elections/committees/" + id);
		} catch (Refusal refusal) {
			return refusals.on(committee(id, viewer, locale), refusal, typed, locale);
		}
	}
}
