package cn.cuobian.people;

/**
 * A holder gave up a post, or ceased to act for its holder. He may still be of the group in another way, for instance
 * as somebody's deputy.
 *
 * @param group {@code post@place}
 */
public record HoldingEnded(long personId, String group) {
}
