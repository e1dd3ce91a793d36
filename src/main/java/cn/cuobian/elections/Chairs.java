package cn.cuobian.elections;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.people.Appointments;
import cn.cuobian.people.Holding;
import cn.cuobian.people.Person;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;

/**
 * The post {@code committee-chair} at a compound. It goes with the office: the chair's account holds it from the first to the
 * last day of the committee's term, and whoever held it before gives it up when the old committee has handed over.
 */
@Component
class Chairs {

	private static final String POST = "committee-chair";

	private final Appointments appointments;
	private final Places places;
	private final Clock clock;

	Chairs(Appointments appointments, Places places, Clock clock) {
		this.appointments = appointments;
		this.places = places;
		this.clock = clock;
	}

	/** Whose account may be the chair's: everybody who holds a post at the compound or at a place in it today. */
	List<Person> accounts(String compound) {
		var codes = Stream.concat(Stream.of(compound), below(compound).map(Place::code)).toList();
		return appointments.at(codes).stream().filter(holding -> holding.isInEffectAt(clock.instant())).map(Holding::person).distinct().toList();
	}

	private Stream<Place> below(String code) {
		return places.children(code).stream().flatMap(child -> Stream.concat(Stream.of(child), below(child.code())));
	}

	/**
	 * Appoints the chair for the term; never backwards, since what was done meanwhile was not his.
	 *
	 * @param name the chair's, which the account has to bear
	 * @throws Refusal on the field {@code chair_account}
	 */
	void appoint(Committee committee, String name, long account) {
		var person = accounts(committee.place()).stream().filter(one -> one.id() == account).findFirst()
				.orElseThrow(() -> Refusal.onField("chair_account", "elections.chair-without-account"));
		if (!bare(person.name()).equals(bare(name))) {
			throw Refusal.onField("chair_account", "elections.chair-is-another", person.name(), name);
		}
		var from = begin(committee).isAfter(clock.instant()) ? begin(committee) : clock.instant();
		running(committee.place()).filter(holding -> holding.person().id() == account).forEach(holding -> appointments.endAt(holding.id(), from));
		appointments.appoint(account, POST, committee.place(), from, end(committee));
	}

	/** Its chair is chair no more, and has no power left at this moment. */
	void leave(Committee committee) {
		of(committee).forEach(holding -> appointments.end(holding.id()));
	}

	/** The new committee has everything: those who held the post before its term began give it up. */
	void handOver(Committee committee) {
		running(committee.place()).filter(holding -> holding.from().isBefore(begin(committee))).forEach(holding -> appointments.end(holding.id()));
	}

	/** Whether somebody holds the post for this committee, or will when its term begins. */
	boolean isHeld(Committee committee) {
		return of(committee).anyMatch(holding -> holding.person().active());
	}

	/** A successor who is appointed for the next term already is not of this committee, nor his predecessor of the next. */
	private Stream<Holding> of(Committee committee) {
		boolean begun = !begin(committee).isAfter(clock.instant());
		return held(committee.place()).filter(holding -> holding.from().isBefore(end(committee)))
				.filter(holding -> begun || !holding.from().isBefore(begin(committee)));
	}

	private Stream<Holding> running(String compound) {
		return held(compound).filter(holding -> !holding.from().isAfter(clock.instant()));
	}

	private Stream<Holding> held(String compound) {
		return appointments.at(List.of(compound)).stream().filter(holding -> holding.group().post().equals(POST));
	}

	private static Instant begin(Committee committee) {
		return midnight(committee.termFrom());
	}

	private static Instant end(Committee committee) {
		return midnight(committee.termTo().plusDays(1));
	}

	private static Instant midnight(LocalDate day) {
		return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
	}

	private static String bare(String name) {
		return name.replaceAll("\\s", "");
	}
}
