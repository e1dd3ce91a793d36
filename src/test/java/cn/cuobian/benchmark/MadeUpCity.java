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

	/** A person with every post at a building and around it; a new one unless another node has made him. */
	public static Person holderOfEverything(ApplicationContext house, SomePeople people, int building) {
		return house.getBean(JdbcClient.class).sql("select p.id, a.username, p.name from post_holding h join person p on p.id = h.person"
				+ " join account a on a.person = p.id where h.post = 'building-steward' and h.place = ?").param("bb" + building)
				.query((row, n) -> new Person(row.getLong(1), row.getString(2), row.getString(3), true)).optional()
				.orElseGet(() -> newHolder(house, people, building));
	}

	private static Person newHolder(ApplicationContext house, SomePeople people, int building) {
		Person person = people.person();
		POSTS.forEach((post, prefix) -> house.getBean(Appointments.class).appoint(person.id(), post, prefix + building,
				Instant.now().minusSeconds(60), null));
		return person;
	}
}
