package cn.cuobian.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import cn.cuobian.territory.Place;

/** Who is asking, with what he may do and see right now. Read anew for every request. */
public final class Viewer {

	private final Person person;
	private final Map<String, Optional<Long>> groups;
	private final List<String> territories;
	private final Set<String> roles;

	/** @param groups key to the person he acts for, empty where he holds the post himself */
	Viewer(Person person, Map<String, Optional<Long>> groups, List<String> territories, Set<String> roles) {
		this.person = person;
		this.groups = Map.copyOf(groups);
		this.territories = List.copyOf(territories);
		this.roles = Set.copyOf(roles);
	}

	public long personId() {
		return person.id();
	}

	public String username() {
		return person.username();
	}

	public String name() {
		return person.name();
	}

	/** Keys {@code post@place} of all posts he holds or acts in today. */
	public Set<String> groups() {
		return groups.keySet();
	}

	/** Paths of the places whose whole subtree he may read; may be empty. */
	public List<String> territories() {
		return territories;
	}

	/** Whether a matter at the place lies in his territory. */
	public boolean sees(Place place) {
		return sees(place.path());
	}

	public boolean sees(String path) {
		return territories.stream().anyMatch(path::startsWith);
	}

	/** Whether he holds the post anywhere, himself or as a deputy. */
	public boolean is(String post) {
		return groups.keySet().stream().anyMatch(key -> Group.parse(key).post().equals(post));
	}

	/** Whether he holds the post at one of these places, such as a place and all above it, or everywhere. */
	public boolean is(String post, Collection<Place> places) {
		return isIn(new Group(post, Group.EVERYWHERE).key()) || places.stream().anyMatch(place -> isIn(new Group(post, place.code()).key()));
	}

	public boolean isIn(String group) {
		return groups.containsKey(group);
	}

	/** The person for whom he acts in the group, for the record; empty when he holds the post himself. */
	public Optional<Long> onBehalfOf(String group) {
		return groups.getOrDefault(group, Optional.empty());
	}

	/** {@code ADMINISTRATOR}, {@code SUPERVISOR}, {@code DESIGNER}, {@code APPROVER}; always {@code STAFF}. */
	public Set<String> roles() {
		var all = new LinkedHashSet<>(roles);
		all.add("STAFF");
		return all;
	}
}
