package cn.cuobian.territory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree of places for an administrator: one place with its facts, what lies above and what lies below. */
@Controller
class PlacePages {

	private static final int MOST_FOUND = 50;

	private final Places places;

	PlacePages(Places places) {
		this.places = places;
	}

	/** A place of the tree and whether there is something below to open. */
	record Node(Place place, boolean opens) {
	}

	@GetMapping("/admin/places")
	String tree(@RequestParam(required = false) String at, @RequestParam(required = false) String q, Model model) {
		if (at != null) {
			model.addAttribute("place", places.get(at));
			model.addAttribute("above", above(at));
		}
		model.addAttribute("nodes", below(at));
		model.addAttribute("q", q);
		model.addAttribute("found", places.search(q, MOST_FOUND));
		return "territory/places";
	}

	/** Opens a branch in place; without scripts the link leads to the page of the place. */
	@GetMapping("/admin/places/{code}/children")
	String children(@PathVariable String code, @RequestHeader(name = "HX-Request", required = false) String htmx, Model model) {
		if (htmx == null) {
			return "redirect:/admin/places?at=" + places.get(code).code();
		}
		model.addAttribute("nodes", below(places.get(code).code()));
		return "territory/places :: branch";
	}

	private List<Node> below(String code) {
		return places.children(code).stream().map(place -> new Node(place, !places.children(place.code()).isEmpty())).toList();
	}

	private List<Place> above(String code) {
		var lineage = new ArrayList<>(places.lineage(code));
		Collections.reverse(lineage);
		return lineage.subList(0, lineage.size() - 1);
	}
}
