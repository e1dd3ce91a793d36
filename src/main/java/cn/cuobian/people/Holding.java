package cn.cuobian.people;

import java.time.Instant;

/**
 * A person holds a post at a place from one instant until before another.
 *
 * @param until null: until further notice
 */
public record Holding(long id, Group group, Person person, Instant from, Instant until) {

	public boolean isInEffectAt(Instant instant) {
		return !from.isAfter(instant) && (until == null || until.isAfter(instant)) && person.active();
	}
}
