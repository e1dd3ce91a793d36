package cn.cuobian.clocks;

import java.util.List;
import java.util.Map;

import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;

/** The hours a place keeps: its own, else those of the nearest place above that keeps any, else none. */
@Component
class OpeningHoursByPlace {

	private final Places places;
	private volatile Map<String, OpeningHours> kept = Map.of();

	OpeningHoursByPlace(Places places) {
		this.places = places;
	}

	/** The same places, with hours that need not hold yet. */
	OpeningHoursByPlace supposing(Map<String, OpeningHours> hours) {
		var supposed = new OpeningHoursByPlace(places);
		supposed.hold(hours);
		return supposed;
	}

	/** From now on these hours are kept. */
	void hold(Map<String, OpeningHours> hours) {
		kept = Map.copyOf(hours);
	}

	/** @param place code of the place, null where none is known */
	OpeningHours at(String place) {
		var hours = kept;
		if (hours.isEmpty() || place == null) {
			return OpeningHours.NONE;
		}
		var lineage = places.find(place).map(Place::code).map(places::lineage).orElse(List.of());
		return lineage.stream().map(Place::code).filter(hours::containsKey).findFirst().map(hours::get).orElse(OpeningHours.NONE);
	}
}
