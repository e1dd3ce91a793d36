package cn.cuobian.people;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;

/** Finds who has to do something at a place. */
@Component
public class Posts {

	static final String LAST = "administrator";
	private static final int LONGEST_LIST = 1_000;

	private final PostCatalog catalog;
	private final Places places;
	private final HoldingRows rows;
	private final Vacancies vacancies;
	private final Clock clock;

	Posts(PostCatalog catalog, Places places, HoldingRows rows, Vacancies vacancies, Clock clock) {
		this.catalog = catalog;
		this.places = places;
		this.rows = rows;
		this.vacancies = vacancies;
		this.clock = clock;
	}

	/**
	 * The group that does the work of the post at the place: the first place upward where somebody holds the post,
	 * else the same for the post it falls to, in the end the administrators. Work that leaves the place where the post
	 * belongs raises an alarm.
	 *
	 * @throws cn.cuobian.refusals.Refusal for an unknown post or place
	 */
	public Group at(String post, String placeCode) {
		var wanted = catalog.get(post);
		var lineage = places.lineage(placeCode);
		var found = holder(wanted, lineage).orElseGet(() -> new Group(LAST, Group.EVERYWHERE));
		missing(wanted, lineage, found)
				.ifPresent(place -> vacancies.notice(new PostVacant(post, place.code(), found.key())));
		return found;
	}

	/** Who may take the group's tasks today: its holders and those who act for them. */
	public Set<Person> holders(String groupKey) {
		var now = clock.instant();
		var holdings = rows.ofGroup(Group.parse(groupKey), now);
		var persons = new LinkedHashSet<Person>();
		holdings.forEach(holding -> persons.add(holding.person()));
		rows.deputies(holdings.stream().map(Holding::id).toList(), now).stream()
				.filter(deputy -> !deputy.from().isAfter(now) && deputy.person().active())
				.forEach(deputy -> persons.add(deputy.person()));
		return persons;
	}

	/** The same for many groups at once, in a few reads. A group that nobody holds is missing. */
	public Map<String, Set<Person>> holders(Collection<String> groupKeys) {
		var now = clock.instant();
		var wanted = Set.copyOf(groupKeys);
		var holdings = new ArrayList<Holding>();
		var byPost = wanted.stream().map(Group::parse).collect(Collectors.groupingBy(Group::post));
		byPost.forEach((post, groups) -> parts(groups.stream().map(Group::place).toList())
				.forEach(part -> holdings.addAll(rows.ofGroups(List.of(post), part, now))));
		var persons = new HashMap<String, Set<Person>>();
		holdings.forEach(holding -> add(persons, holding, holding.person()));
		addDeputies(persons, holdings, now);
		return persons;
	}

	private void addDeputies(Map<String, Set<Person>> persons, List<Holding> holdings, Instant now) {
		var byId = holdings.stream().collect(Collectors.toMap(Holding::id, holding -> holding));
		parts(List.copyOf(byId.keySet())).flatMap(part -> rows.deputies(part, now).stream())
				.filter(deputy -> !deputy.from().isAfter(now) && deputy.person().active())
				.forEach(deputy -> add(persons, byId.get(deputy.holding()), deputy.person()));
	}

	private static void add(Map<String, Set<Person>> persons, Holding holding, Person person) {
		persons.computeIfAbsent(holding.group().key(), none -> new LinkedHashSet<>()).add(person);
	}

	/** No more parameters in one statement than any database takes. */
	private static <T> Stream<List<T>> parts(List<T> all) {
		return IntStream.iterate(0, from -> from < all.size(), from -> from + LONGEST_LIST)
				.mapToObj(from -> all.subList(from, Math.min(from + LONGEST_LIST, all.size())));
	}

	/** For people: 楼栋长 · 灵秀家园1栋. A key that is not a known post@place is shown as it is. */
	public String nameOf(String groupKey, Locale locale) {
		if (groupKey == null || !groupKey.contains("@")) {
			return groupKey;
		}
		var group = Group.parse(groupKey);
		var post = catalog.find(group.post()).map(known -> known.name(locale)).orElse(group.post());
		return Group.EVERYWHERE.equals(group.place()) ? post : post + " · " + places.fullNameOf(group.place(), locale);
	}

	private Optional<Group> holder(Post wanted, List<Place> lineage) {
		var codes = Stream.concat(lineage.stream().map(Place::code), Stream.of(Group.EVERYWHERE)).toList();
		for (var post = wanted; post != null; post = post.fallsTo() == null ? null : catalog.get(post.fallsTo())) {
			var code = post.code();
			var held = rows.placesHeld(code, codes, clock.instant());
			var nearest = codes.stream().filter(held::contains).findFirst();
			if (nearest.isPresent()) {
				return nearest.map(place -> new Group(code, place));
			}
		}
		return Optional.empty();
	}

	/** The place that should have had a holder. A matter of a whole compound has no building to miss a steward at. */
	private static Optional<Place> missing(Post wanted, List<Place> lineage, Group found) {
		if (wanted.level() == null) {
			return found.post().equals(wanted.code()) ? Optional.empty() : Optional.of(lineage.get(lineage.size() - 1));
		}
		if (wanted.level().isBelow(lineage.get(0).level())) {
			return Optional.empty();
		}
		return lineage.stream().filter(place -> !place.level().isBelow(wanted.level())).findFirst()
				.filter(place -> !found.equals(new Group(wanted.code(), place.code())));
	}
}
