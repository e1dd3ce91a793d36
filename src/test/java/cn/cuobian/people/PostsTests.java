package cn.cuobian.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

@CuobianTest
class PostsTests {

	@Autowired
	Posts posts;
	@Autowired
	Places places;
	@Autowired
	Appointments appointments;
	@Autowired
	Accounts accounts;
	@Autowired
	Vacancies vacancies;
	@Autowired
	ViewerFacts facts;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	SomePeople some;
	@Autowired
	TestClock clock;

	Branch branch;

	@BeforeEach
	void aBranch() {
		branch = somePlaces.branch();
	}

	@Test
	void givesTheWorkToTheHolderAtThePlaceItself() {
		var first = some.holding("building-steward", branch.building());
		var second = some.holding("building-steward", branch.building());
		some.holding("building-steward", branch.compound() + "-2");

		var group = posts.at("building-steward", branch.building());

		assertThat(group.key()).isEqualTo("building-steward@" + branch.building());
		assertThat(posts.holders(group.key())).containsExactly(first, second);
		assertThat(alarms()).isEmpty();
	}

	@Test
	void findsThePostFurtherUpWhereItBelongs() {
		some.holding("community-secretary", branch.community());

		assertThat(posts.at("community-secretary", branch.building()).key())
				.isEqualTo("community-secretary@" + branch.community());
		assertThat(alarms()).isEmpty();
	}

	@Test
	void letsAVacantPostFallUpwardWithOneAlarmADay() {
		some.holding("hall-secretary", branch.compound());

		assertThat(posts.at("building-steward", branch.building()).key()).isEqualTo("hall-secretary@" + branch.compound());
		posts.at("building-steward", branch.building());
		assertThat(alarms()).containsExactly("building-steward " + branch.building() + " hall-secretary@" + branch.compound());

		clock.travel(Duration.ofDays(1));
		posts.at("building-steward", branch.building());
		assertThat(alarms()).hasSize(2);
	}

	@Test
	void passesSeveralVacantPostsUntilSomebodyIsThere() {
		some.holding("leader-office", branch.township());

		assertThat(posts.at("committee-chair", branch.building()).key()).isEqualTo("leader-office@" + branch.township());
		assertThat(alarms()).containsExactly("committee-chair " + branch.compound() + " leader-office@" + branch.township());
	}

	@Test
	void endsAtTheAdministratorsWhenNobodyElseIsThere() {
		assertThat(posts.at("linked-leader", branch.building()).key()).isEqualTo("administrator@*");
		assertThat(alarms()).hasSize(1);
	}

	@Test
	void raisesNoAlarmForAPostThatThePlaceIsTooLargeFor() {
		some.holding("hall-secretary", branch.compound());

		assertThat(posts.at("building-steward", branch.compound()).key()).isEqualTo("hall-secretary@" + branch.compound());
		assertThat(alarms()).isEmpty();
	}

	@Test
	void countsOnlyHoldersInEffectAndWithAnAccountThatWorks() {
		var later = some.person();
		appointments.appoint(later.id(), "hall-secretary", branch.compound(), clock.instant().plus(Duration.ofDays(2)), null);
		var disabled = some.holding("building-steward", branch.building());
		accounts.disable(disabled.id(), true);

		assertThat(posts.at("building-steward", branch.building()).key()).isEqualTo("administrator@*");
		clock.travel(Duration.ofDays(2));
		assertThat(posts.at("building-steward", branch.building()).key()).isEqualTo("hall-secretary@" + branch.compound());
		assertThat(posts.holders("building-steward@" + branch.building())).isEmpty();
	}

	@Test
	void letsADeputyActOnlyOnHisDaysAndOnlyWhileThePostIsHeld() {
		var holder = some.holding("hall-secretary", branch.compound());
		var deputy = some.person();
		var holding = appointments.of(holder.id()).get(0);
		var group = "hall-secretary@" + branch.compound();
		appointments.deputise(holding.id(), deputy.id(), clock.instant().plus(Duration.ofDays(1)),
				clock.instant().plus(Duration.ofDays(3)));

		assertThat(facts.of(deputy).groups()).isEmpty();
		clock.travel(Duration.ofDays(1));
		assertThat(posts.holders(group)).containsExactly(holder, deputy);
		assertThat(facts.of(deputy).onBehalfOf(group)).contains(holder.id());
		assertThat(facts.of(deputy).sees(places.get(branch.building()))).isTrue();
		assertThat(facts.of(holder).onBehalfOf(group)).isEmpty();
		clock.travel(Duration.ofDays(2));
		assertThat(posts.holders(group)).containsExactly(holder);
		assertThat(facts.of(deputy).groups()).isEmpty();

		appointments.deputise(holding.id(), deputy.id(), clock.instant(), clock.instant().plus(Duration.ofDays(3)));
		assertThat(facts.of(deputy).groups()).containsExactly(group);
		appointments.end(holding.id());
		assertThat(facts.of(deputy).groups()).isEmpty();
		assertThat(posts.holders(group)).isEmpty();
	}

	@Test
	void showsAStewardHisBuildingAndASecretaryTheCommunity() {
		var steward = facts.of(some.holding("building-steward", branch.building()));
		var secretary = facts.of(some.holding("community-secretary", branch.community()));
		var supervisor = facts.of(some.holding("supervisor", Group.EVERYWHERE));
		var water = facts.of(some.holding("dept-water", branch.city()));

		assertThat(steward.sees(places.get(branch.building()))).isTrue();
		assertThat(steward.sees(places.get(branch.compound() + "-2"))).isFalse();
		assertThat(steward.sees(places.get(branch.compound()))).isFalse();
		assertThat(secretary.territories()).containsExactly(places.get(branch.community()).path());
		assertThat(secretary.sees(places.get(branch.otherCompound()))).isTrue();
		assertThat(supervisor.sees(places.get(branch.building()))).isTrue();
		assertThat(supervisor.roles()).contains("SUPERVISOR");
		assertThat(water.territories()).isEmpty();
		assertThat(water.is("dept-water")).isTrue();
	}

	@Test
	void refusesWhatCannotBeAnAppointment() {
		var person = some.holding("hall-secretary", branch.compound());
		var holding = appointments.of(person.id()).get(0).id();
		var now = clock.instant();

		assertRefused("people.unknown-post", () -> posts.at("king", branch.building()));
		assertRefused("territory.unknown-place", () -> posts.at("building-steward", "atlantis"));
		assertRefused("people.already-appointed", () -> appointments.appoint(person.id(), "hall-secretary", branch.compound(), now, null));
		assertRefused("people.place-missing", () -> appointments.appoint(person.id(), "hall-secretary", "*", now, null));
		assertRefused("people.until-before-from", () -> appointments.appoint(person.id(), "grid-agent", branch.compound(), now, now));
		assertRefused("people.own-deputy", () -> appointments.deputise(holding, person.id(), now, now.plusSeconds(9)));
		assertRefused("refusals.not-found", () -> appointments.appoint(-1, "grid-agent", branch.compound(), now, null));
	}

	@Test
	void namesAGroupForPeople() {
		assertThat(posts.nameOf("building-steward@" + branch.building(), Locale.ENGLISH))
				.isEqualTo("Building steward · " + places.get(branch.compound()).nameEn() + ", Building 1");
		assertThat(posts.nameOf("administrator@*", Locale.CHINA)).isEqualTo("系统管理员");
	}

	private static void assertRefused(String rule, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessage(rule);
	}

	private List<String> alarms() {
		return vacancies.since(LocalDate.now(clock).minusDays(9)).stream()
				.filter(vacancy -> places.get(vacancy.place()).path().contains("/" + branch.city() + "/"))
				.map(vacancy -> vacancy.post() + " " + vacancy.place() + " " + vacancy.fellTo()).toList();
	}
}
