package cn.cuobian.benchmark;

import java.time.Instant;
import java.util.Map;

import cn.cuobian.people.Appointments;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link City} for those who stand outside this package. */
public final class MadeUpCity {

	private static final Map<String, String> POSTS = Map.of("building-steward", "bb", "property-manager", "bc", "hall-secretary", "bc",
			"grid-agent", "bm", "joint-meeting-secretary", "bm");

	private MadeUpCity() {
	}

	/** Builds the places of the city unless another node has done so. */
	public static void buildOnce(JdbcClient db) {
		if (db.sql("select count(*) from place where code = 'bb0'").query(Long.class).single() == 0) {
			new City(db, false).build();
		}
	}

	/** A new person with every post at a building and around it. */
	public static Person holderOfEverything(ApplicationContext house, SomePeople people, int building) {
		Person person = people.person();
		POSTS.forEach((post, prefix) -> house.getBean(Appointments.class).appoint(person.id(), post, prefix + building,
				Instant.now().minusSeconds(60), null));
		return person;
	}
}
