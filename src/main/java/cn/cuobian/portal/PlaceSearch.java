package cn.cuobian.portal;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Finds places by a piece of their name or code. The tree of places is no secret; what happens at them is. */
@Controller
@Tag(name = "places", description = "Find places")
class PlaceSearch {

	private static final int MOST = 20;

	private final Places places;

	PlaceSearch(Places places) {
		this.places = places;
	}

	/** Suggestions for the filter of the task list. */
	@GetMapping("/tasks/places")
	String suggest(@RequestParam(defaultValue = "") String place, Locale locale, Model model) {
		model.addAttribute("places", find(place, locale));
		return "portal/pieces :: places";
	}

	@Operation(summary = "Find places", description = "q is part of a code or of a Chinese or English name; at most 20, best first.")
	@GetMapping("/api/v1/places")
	@ResponseBody
	List<Found> find(@RequestParam(defaultValue = "") String q, Locale locale) {
		return places.search(q, MOST).stream().map(place -> found(place, locale)).toList();
	}

	private Found found(Place place, Locale locale) {
		return new Found(place.code(), place.level().name().toLowerCase(Locale.ROOT), place.parent(), place.nameZh(),
				place.nameEn(), places.fullNameOf(place.code(), locale));
	}

	/** @param fullName in the reader's language, with the compound before a building */
	record Found(String code, String level, String parent, String nameZh, String nameEn, String fullName) {
	}
}
