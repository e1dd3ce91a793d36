package cn.cuobian.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;

/** Reads what a person may do now; two queries by index. */
@Component
class ViewerFacts {

	private final HoldingRows rows;
	private final PostCatalog catalog;
	private final Places places;
	private final Clock clock;

	ViewerFacts(HoldingRows rows, PostCatalog catalog, Places places, Clock clock) {
		this.rows = rows;
		this.catalog = catalog;
		this.places = places;
		this.clock = clock;
	}

	Viewer of(Person person) {
		var now = clock.instant();
		var own = rows.ofPerson(person.id(), now);
		var lent = rows.asDeputy(person.id(), now);
		Map<String, Optional<Long>> groups = new HashMap<>();
		lent.forEach(holding -> groups.put(holding.group().key(), Optional.of(holding.person().id())));
		own.forEach(holding -> groups.put(holding.group().key(), Optional.empty()));
		var held = groups.keySet().stream().map(Group::parse).toList();
		return new Viewer(person, groups, territories(held), roles(held));
	}

	private List<String> territories(List<Group> groups) {
		var paths = new ArrayList<String>();
		groups.stream().filter(group -> catalog.get(group.post()).seesTerritory())
				.flatMap(group -> path(group.place()).stream()).distinct().sorted()
				.filter(path -> paths.stream().noneMatch(path::startsWith)).forEach(paths::add);
		return paths;
	}

	private Optional<String> path(String place) {
		return Group.EVERYWHERE.equals(place) ? Optional.of("/") : places.find(place).map(Place::path);
	}

	private Set<String> roles(List<Group> groups) {
		var roles = new HashSet<String>();
		groups.stream().map(group -> catalog.get(group.post()).role()).filter(role -> role != null).forEach(roles::add);
		return roles;
	}
}
