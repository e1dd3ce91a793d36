package cn.cuobian.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Accounts;
import cn.cuobian.people.Appointments;
import cn.cuobian.people.Group;
import cn.cuobian.people.PostCatalog;
import cn.cuobian.people.Post;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.PlaceImport;
import cn.cuobian.territory.Places;

/** The small town of the twin: every post is held at each of its places, by somebody who is called like his post. */
@ForTwin
@Component
class TwinTown {

	/** Where a walk begins when nothing else is said. */
	static final String HOME = "lingxiu";
	/** Where a matter may come up: a compound that takes the usual procedures, a building of it, and a compound whose town has its own. */
	static final List<String> SCENES = List.of(HOME, "lingxiu-1", "hongsheng-mingdi");

	private static final Instant ALWAYS = Instant.parse("2020-01-01T00:00:00Z");

	private final PlaceImport imports;
	private final Places places;
	private final PostCatalog posts;
	private final Accounts accounts;
	private final Appointments appointments;
	private final JdbcClient db;

	TwinTown(PlaceImport imports, Places places, PostCatalog posts, Accounts accounts, Appointments appointments, JdbcClient db) {
		this.imports = imports;
		this.places = places;
		this.posts = posts;
		this.accounts = accounts;
		this.appointments = appointments;
		this.db = db;
	}

	@Transactional
	public void settle() {
		imports.apply(file());
		List<Place> all = all(null);
		posts.all().forEach(post -> fill(post, all));
	}

	private void fill(Post post, List<Place> all) {
		long person = accounts.create(post.nameZh(), post.code(), "nobody signs in here", false).id();
		db.sql("insert into mail_wish (person_id, address, pace, language, quiet_from, quiet_until) values (?, ?, 'AT_ONCE', 'ZH', '00:00', '00:00')")
				.params(person, post.code() + "@twin.invalid").update();
		if (post.level() == null) {
			appointments.appoint(person, post.code(), Group.EVERYWHERE, ALWAYS, null);
		}
		all.stream().filter(place -> place.level() == post.level())
				.forEach(place -> appointments.appoint(person, post.code(), place.code(), ALWAYS, null));
	}

	private List<Place> all(String parent) {
		List<Place> found = new ArrayList<>();
		places.children(parent).forEach(place -> {
			found.add(place);
			found.addAll(all(place.code()));
		});
		return found;
	}

	private static byte[] file() {
		try (var content = new ClassPathResource("twin/places.csv").getInputStream()) {
			return content.readAllBytes();
		} catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}
}
