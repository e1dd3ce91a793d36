package cn.cuobian.messages;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;

/** Finds who watches over places, for many places at once. Where nobody does, the administrators do. */
@Component
class Supervisors {

	private static final String POST = "supervisor";
	private static final String LAST = new Group("administrator", Group.EVERYWHERE).key();

	private final Posts posts;
	private final Places places;

	Supervisors(Posts posts, Places places) {
		this.posts = posts;
		this.places = places;
	}

	List<Long> administrators() {
		return posts.holders(LAST).stream().map(Person::id).toList();
	}

	/** Reads the supervisors of these places and of all above them. */
	Over over(Collection<String> placeCodes) {
		var lineages = placeCodes.stream().distinct().collect(Collectors.toMap(code -> code, this::lineage));
		var keys = lineages.values().stream().flatMap(List::stream).map(place -> key(place.code()));
		var wanted = Stream.concat(keys, Stream.of(key(Group.EVERYWHERE), LAST)).collect(Collectors.toSet());
		return new Over(lineages, posts.holders(wanted));
	}

	private List<Place> lineage(String code) {
		return places.find(code).isPresent() ? places.lineage(code) : List.of();
	}

	private static String key(String place) {
		return new Group(POST, place).key();
	}

	/** @param holders by group */
	record Over(Map<String, List<Place>> lineages, Map<String, Set<Person>> holders) {

		/** Those at the nearest place upward that has any, else those of everywhere, else the administrators. */
		Set<Long> nearest(String place) {
			return steps(place).map(this::at).filter(found -> !found.isEmpty()).findFirst().orElseGet(this::administrators);
		}

		/** Those of the place and of every place above it up to the city. */
		Set<Long> upToCity(String place) {
			var found = new LinkedHashSet<Long>();
			above(place).filter(step -> !Level.CITY.isBelow(step.level())).map(Place::code).map(this::at).forEach(found::addAll);
			return found.isEmpty() ? nearest(place) : found;
		}

		/** All the way up, and the administrators. */
		Set<Long> everybody(String place) {
			var found = new LinkedHashSet<>(administrators());
			steps(place).map(this::at).forEach(found::addAll);
			return found;
		}

		Set<Long> administrators() {
			return ids(LAST);
		}

		private Stream<Place> above(String place) {
			return lineages.getOrDefault(String.valueOf(place), List.of()).stream();
		}

		private Stream<String> steps(String place) {
			return Stream.concat(above(place).map(Place::code), Stream.of(Group.EVERYWHERE));
		}

		private Set<Long> at(String place) {
			return ids(key(place));
		}

		private Set<Long> ids(String group) {
			return holders.getOrDefault(group, Set.of()).stream().map(Person::id).collect(Collectors.toCollection(LinkedHashSet::new));
		}
	}
}
