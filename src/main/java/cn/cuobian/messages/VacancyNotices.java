package cn.cuobian.messages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.PostVacant;
import cn.cuobian.people.Posts;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells supervisors of the territory and administrators that nobody holds a post that is needed. */
@Component
class VacancyNotices {

	private final Postbox postbox;
	private final Posts posts;
	private final Places places;
	private final Clock clock;

	VacancyNotices(Postbox postbox, Posts posts, Places places, Clock clock) {
		this.postbox = postbox;
		this.posts = posts;
		this.places = places;
		this.clock = clock;
	}

	@EventListener
	void on(PostVacant vacant) {
		var about = new Group(vacant.post(), vacant.place()).key();
		postbox.tell(watchers(vacant.place()), new Notice("vacant:%s:%s".formatted(about, LocalDate.now(clock)),
				Kind.POST_VACANT, about, "/admin/alarms", null));
	}

	private Set<Long> watchers(String place) {
		var supervisors = Stream.concat(places.lineage(place).stream().map(Place::code), Stream.of(Group.EVERYWHERE))
				.map(code -> new Group("supervisor", code));
		return Stream.concat(supervisors, Stream.of(new Group("administrator", Group.EVERYWHERE)))
				.flatMap(group -> posts.holders(group.key()).stream()).map(Person::id).collect(Collectors.toSet());
	}
}
