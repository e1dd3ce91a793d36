package cn.cuobian.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

import cn.cuobian.people.Appointments;
import cn.cuobian.people.People;
import cn.cuobian.people.Posts;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.PostgresForTests;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;

@Tag(PostgresForTests.DATABASE)
@SpringBootTest
@ActiveProfiles({ "demo", "test" })
@Import(PostgresForTests.class)
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1")
class DemoTownTests {

	@Autowired
	DemoTown town;
	@Autowired
	Welcome welcome;
	@Autowired
	Places places;
	@Autowired
	Posts posts;
	@Autowired
	People people;
	@Autowired
	Appointments appointments;

	@BeforeEach
	void settled() {
		town.settle();
	}

	@Test
	void everyPlaceHasSomebodyOnEachTierOfTheLadder() {
		var grounds = below(places.get("qz")).filter(place -> place.level() == Level.BUILDING || place.level() == Level.COMPOUND).toList();
		assertThat(grounds).hasSizeGreaterThan(45);
		for (var ground : grounds) {
			for (var post : List.of("hall-secretary", "joint-meeting-secretary", "linked-leader", "community-secretary",
					"leader-office", "dept-water")) {
				assertThat(posts.at(post, ground.code()).post()).as(ground.code()).isEqualTo(post);
			}
			assertThat(posts.at("building-steward", ground.code()).post()).as(ground.code())
					.isIn("building-steward", ground.level() == Level.COMPOUND ? "hall-secretary" : "building-steward");
		}
	}

	@Test
	void firstBuildingOfLingxiuHasTwoStewards() {
		assertThat(posts.holders(posts.at("building-steward", "lingxiu-1").key())).extracting("username")
				.containsExactlyInAnyOrder("steward", "steward2");
	}

	@Test
	void lastAdministratorCannotBeRemoved() {
		var admin = people.byUsername("admin").orElseThrow();

		assertThatThrownBy(() -> appointments.end(appointments.of(admin.id()).get(0).id()))
				.isInstanceOf(Refusal.class).hasMessage("people.last-administrator");
	}

	@Test
	void settlingTwiceChangesNothing() {
		var before = people.search("", "", 1000);

		town.settle();

		assertThat(people.search("", "", 1000)).isEqualTo(before);
	}

	@Test
	void printsWhereToGoAndAsWhomToSignIn() {
		assertThat(welcome.text("http://localhost:8080")).contains("http://localhost:8080/report", "cuobian-demo-2026",
				"steward", "楼栋长 · 灵秀家园", "Building steward · Lingxiu Jiayuan", "water-dept");
	}

	private Stream<Place> below(Place place) {
		return Stream.concat(Stream.of(place), places.children(place.code()).stream().flatMap(this::below));
	}
}
