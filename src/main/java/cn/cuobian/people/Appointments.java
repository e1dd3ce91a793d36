package cn.cuobian.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;

/** Gives posts to persons and takes them back. Nothing is deleted: the record must say who could do what when. */
@Component
public class Appointments {

	private final HoldingRows rows;
	private final PostCatalog catalog;
	private final Places places;
	private final People people;
	private final ApplicationEventPublisher events;
	private final Clock clock;

	Appointments(HoldingRows rows, PostCatalog catalog, Places places, People people, ApplicationEventPublisher events,
			Clock clock) {
		this.rows = rows;
		this.catalog = catalog;
		this.places = places;
		this.people = people;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @param place a place code; {@link Group#EVERYWHERE} for a post that belongs to no level
	 * @param until null: until further notice
	 * @return id of the holding
	 */
	@Transactional
	public long appoint(long person, String post, String place, Instant from, Instant until) {
		var wanted = catalog.get(post);
		people.get(person);
		if (!Group.EVERYWHERE.equals(place)) {
			places.get(place);
		} else if (wanted.level() != null) {
			throw Refusal.onField("place", "people.place-missing");
		}
		checkOrder(from, until);
		var group = new Group(post, place);
		if (rows.ofGroup(group, clock.instant()).stream().anyMatch(holding -> holding.person().id() == person && !endsBy(holding, from))) {
			throw new Refusal("people.already-appointed");
		}
		return rows.insert(group, person, from, until);
	}

	private static boolean endsBy(Holding holding, Instant instant) {
		return holding.until() != null && !holding.until().isAfter(instant);
	}

	/** Lays down when it ends; at once where that instant is not in the future. */
	@Transactional
	public void endAt(long holding, Instant instant) {
		var known = rows.byId(holding).orElseThrow(Refusal::notFound);
		if (!instant.isAfter(clock.instant())) {
			end(holding);
		} else if (!endsBy(known, instant)) {
			checkNotLast(known, clock.instant());
			rows.end(holding, instant);
		}
	}

	/** From this instant on, also in sessions that are open. Deputies of the holder lose it with him. */
	@Transactional
	public void end(long holding) {
		var known = rows.byId(holding).orElseThrow(Refusal::notFound);
		var now = clock.instant();
		if (known.until() == null || known.until().isAfter(now)) {
			checkNotLast(known, now);
			var deputies = rows.deputies(List.of(holding), now);
			rows.end(holding, known.from().isAfter(now) ? known.from() : now);
			announce(known.person(), known.group());
			deputies.forEach(deputy -> announce(deputy.person(), known.group()));
		}
	}

	@Transactional
	public void deputise(long holding, long person, Instant from, Instant until) {
		var known = rows.byId(holding).orElseThrow(Refusal::notFound);
		people.get(person);
		if (known.person().id() == person) {
			throw Refusal.onField("person", "people.own-deputy");
		}
		if (until == null) {
			throw Refusal.onField("until", "people.deputy-without-end");
		}
		checkOrder(from, until);
		rows.insertDeputy(holding, person, from, until);
	}

	@Transactional
	public void endDeputy(long deputy) {
		var known = rows.deputy(deputy);
		rows.endDeputy(deputy, clock.instant());
		known.ifPresent(ended -> rows.byId(ended.holding()).ifPresent(holding -> announce(ended.person(), holding.group())));
	}

	private void announce(Person person, Group group) {
		events.publishEvent(new HoldingEnded(person.id(), group.key()));
	}

	/** What the person holds today himself. */
	public List<Holding> of(long person) {
		return rows.ofPerson(person, clock.instant());
	}

	/** What is held at the places now or later. */
	public List<Holding> at(List<String> places) {
		return rows.atPlaces(places, clock.instant());
	}

	public List<Deputy> deputies(List<Holding> holdings) {
		return rows.deputies(holdings.stream().map(Holding::id).toList(), clock.instant());
	}

	Set<Group> inEffect() {
		return rows.inEffect(clock.instant());
	}

	/** Without an administrator nobody could appoint one. */
	private void checkNotLast(Holding ending, Instant now) {
		if (ending.group().equals(new Group(Posts.LAST, Group.EVERYWHERE)) && ending.isInEffectAt(now)
				&& rows.ofGroup(ending.group(), now).size() == 1) {
			throw new Refusal("people.last-administrator");
		}
	}

	private static void checkOrder(Instant from, Instant until) {
		if (until != null && !until.isAfter(from)) {
			throw Refusal.onField("until", "people.until-before-from");
		}
	}
}
