package cn.cuobian.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import cn.cuobian.people.Group;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;

/** Understands the column {@code places} of the people's file: {@code lingxiu-1}, {@code compound jj}, {@code everywhere}… */
@Component
@Profile("demo")
class DemoPlaces {

	private final Places places;

	DemoPlaces(Places places) {
		this.places = places;
	}

	/** Codes of the places meant. */
	List<String> of(String text) {
		var words = text.split(" ");
		if (words.length == 1) {
			return List.of(text.equals("everywhere") ? Group.EVERYWHERE : places.get(text).code());
		}
		var all = below(places.get(words[1])).filter(place -> isOfKind(words[0], place));
		var except = words.length == 4 ? places.get(words[3]) : null;
		return all.filter(place -> except == null || !place.isWithin(except)).map(Place::code).toList();
	}

	/** Code of the one place by which the reader knows where that is. */
	String named(String text) {
		var words = text.split(" ");
		return words.length > 1 ? words[1] : of(text).get(0);
	}

	private boolean isOfKind(String kind, Place place) {
		return switch (kind) {
			case "ground" -> place.level() == Level.BUILDING || place.level() == Level.COMPOUND && !hasBelow(place, Level.BUILDING);
			case "meeting" -> place.level() == Level.COMMUNITY || hasBelow(place, Level.COMPOUND);
			default -> place.level() == Level.valueOf(kind.toUpperCase(Locale.ROOT));
		};
	}

	/** A compound may stand directly under a city; then its meeting is held there. */
	private boolean hasBelow(Place place, Level level) {
		return places.children(place.code()).stream().anyMatch(child -> child.level() == level);
	}

	private Stream<Place> below(Place place) {
		return Stream.concat(Stream.of(place), places.children(place.code()).stream().flatMap(this::below));
	}
}
