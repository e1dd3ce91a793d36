package cn.cuobian.figures;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import cn.cuobian.people.Group;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whose figures somebody may see: supervisors and administrators, of the places they hold that post at and all below. */
@Component
class Reach {

	private static final Set<String> POSTS = Set.of("supervisor", "administrator");

	private final Places places;

	Reach(Places places) {
		this.places = places;
	}

	/** The highest places he may look at. */
	List<Place> roots(Viewer viewer) {
		var held = viewer.groups().stream().map(Group::parse).filter(group -> POSTS.contains(group.post())).map(Group::place)
				.flatMap(this::place).distinct().toList();
		return held.stream().filter(place -> held.stream().noneMatch(other -> !other.equals(place) && place.isWithin(other))).toList();
	}

	/**
	 * The place he asks for; the first of his own if he asks for none.
	 *
	 * @throws Refusal 403 if he oversees nothing, 404 if it is not his or does not exist
	 */
	Place chosen(Viewer viewer, String code) {
		var roots = roots(viewer);
		if (roots.isEmpty()) {
			throw new Refusal("figures.supervisors-only").status(HttpStatus.FORBIDDEN);
		}
		if (code == null || code.isBlank()) {
			return roots.get(0);
		}
		return places.find(code).filter(place -> roots.stream().anyMatch(place::isWithin)).orElseThrow(Refusal::notFound);
	}

	private Stream<Place> place(String code) {
		return Group.EVERYWHERE.equals(code) ? places.children(null).stream() : places.find(code).stream();
	}
}
