package cn.cuobian.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import cn.cuobian.people.Group;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;

/** Where somebody supervises: the places of his post {@code supervisor} and everything below them. */
@Component
class Territory {

	private static final String POST = "supervisor";

	private final Places places;

	Territory(Places places) {
		this.places = places;
	}

	/** The uppermost places he supervises; none inside another. */
	List<Place> roots(Viewer viewer) {
		var roots = new ArrayList<Place>();
		viewer.groups().stream().map(Group::parse).filter(group -> group.post().equals(POST)).flatMap(this::places)
				.sorted(Comparator.comparing(place -> place.path().length()))
				.filter(place -> roots.stream().noneMatch(place::isWithin)).forEach(roots::add);
		return roots;
	}

	/**
	 * The places a list is read from: the one asked for, or all he supervises.
	 *
	 * @throws Refusal 404 for a place that does not exist or is not his
	 */
	List<Place> asked(String place, Viewer viewer) {
		var roots = roots(viewer);
		if (place == null) {
			return roots;
		}
		return List.of(places.find(place).filter(one -> roots.stream().anyMatch(one::isWithin)).orElseThrow(Refusal::notFound));
	}

	boolean covers(String place, Viewer viewer) {
		return places.find(place).filter(one -> roots(viewer).stream().anyMatch(one::isWithin)).isPresent();
	}

	private Stream<Place> places(Group group) {
		return group.place().equals(Group.EVERYWHERE) ? places.children(null).stream() : places.find(group.place()).stream();
	}
}
