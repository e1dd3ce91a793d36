package cn.cuobian.people;

import java.time.Instant;

/** A person acts for the holder of a post from one instant until before another, as long as the holder holds it. */
public record Deputy(long id, long holding, Person person, Instant from, Instant until) {
}
