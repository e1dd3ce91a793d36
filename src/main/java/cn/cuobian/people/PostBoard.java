package cn.cuobian.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;

/** Puts together what the page of the posts shows for one place. */
@Component
class PostBoard {

	private static final int MOST_FOUND = 20;
	private static final int SUGGESTED = 200;
	private static final int MOST_VACANT = 50;

	private final PostCatalog catalog;
	private final Appointments appointments;
	private final People people;
	private final Places places;
	private final Clock clock;

	PostBoard(PostCatalog catalog, Appointments appointments, People people, Places places, Clock clock) {
		this.catalog = catalog;
		this.appointments = appointments;
		this.people = people;
		this.places = places;
		this.clock = clock;
	}

	/** @param lastDay null: until further notice */
	record Seat(Holding holding, LocalDate firstDay, LocalDate lastDay, List<Acting> deputies) {
	}

	record Acting(long id, String name, LocalDate firstDay, LocalDate lastDay) {
	}

	/** A post with those who hold it here; vacant when nobody does today. */
	record Line(Post post, List<Seat> seats, boolean vacant) {
	}

	/** @throws cn.cuobian.refusals.Refusal for an unknown place */
	void fill(String placeCode, String q, Model model) {
		var place = Group.EVERYWHERE.equals(placeCode) ? null : places.get(placeCode);
		model.addAttribute("code", placeCode);
		model.addAttribute("place", place);
		model.addAttribute("above", place == null ? List.of() : places.lineage(placeCode).stream().skip(1).toList());
		model.addAttribute("below", places.children(place == null ? null : placeCode));
		model.addAttribute("q", q);
		model.addAttribute("found", places.search(q, MOST_FOUND));
		var vacant = place == null ? List.<Group>of() : vacant(place);
		model.addAttribute("vacant", vacant.stream().limit(MOST_VACANT).toList());
		model.addAttribute("vacantCount", vacant.size());
		model.addAttribute("lines", lines(placeCode, place == null ? null : place.level()));
		model.addAttribute("offered", offered(place));
		model.addAttribute("suggested", people.search("", "", SUGGESTED));
		model.addAttribute("today", LocalDate.now(clock));
	}

	/** Posts of the ladder that nobody holds at a place below; where there is no such place there is nothing to hold. */
	private List<Group> vacant(Place place) {
		var held = appointments.inEffect();
		var watched = catalog.all().stream().filter(post -> post.level() != null && post.seesTerritory()).toList();
		return below(place).flatMap(lower -> watched.stream().filter(post -> post.level() == lower.level())
				.map(post -> new Group(post.code(), lower.code()))).filter(group -> !held.contains(group)).toList();
	}

	private Stream<Place> below(Place place) {
		return places.children(place.code()).stream().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
	}

	private List<Line> lines(String place, Level level) {
		var holdings = appointments.at(List.of(place));
		var deputies = appointments.deputies(holdings).stream().collect(Collectors.groupingBy(Deputy::holding));
		var held = holdings.stream().collect(Collectors.groupingBy(holding -> holding.group().post()));
		return catalog.all().stream().filter(post -> Objects.equals(post.level(), level) || held.containsKey(post.code()))
				.map(post -> line(post, held.getOrDefault(post.code(), List.of()).stream()
						.map(holding -> seat(holding, deputies.getOrDefault(holding.id(), List.of()))).toList()))
				.toList();
	}

	/** Posts of this level first, then those of smaller places: where there are no buildings, a steward has the compound. */
	private List<Post> offered(Place place) {
		if (place == null) {
			return catalog.all().stream().filter(post -> post.level() == null).toList();
		}
		var own = catalog.all().stream().filter(post -> post.level() == place.level());
		var others = catalog.all().stream().filter(post -> post.level() != place.level());
		return Stream.concat(own, others).toList();
	}

	private Line line(Post post, List<Seat> seats) {
		return new Line(post, seats, seats.stream().noneMatch(seat -> seat.holding().isInEffectAt(clock.instant())));
	}

	private Seat seat(Holding holding, List<Deputy> deputies) {
		return new Seat(holding, firstDay(holding.from()), lastDay(holding.until()), deputies.stream()
				.map(deputy -> new Acting(deputy.id(), deputy.person().name(), firstDay(deputy.from()), lastDay(deputy.until()))).toList());
	}

	private LocalDate firstDay(Instant from) {
		return LocalDate.ofInstant(from, clock.getZone());
	}

	private LocalDate lastDay(Instant until) {
		return until == null ? null : LocalDate.ofInstant(until.minusNanos(1), clock.getZone());
	}
}
