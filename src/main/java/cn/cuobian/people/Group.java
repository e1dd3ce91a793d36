package cn.cuobian.people;

/** A post at a place, written {@code post@place}: the candidate group of a task. */
public record Group(String post, String place) {

	/** Stands for the whole territory where a post is held at no single place. */
	public static final String EVERYWHERE = "*";

	/** @throws IllegalArgumentException when the key has no {@code @} */
	public static Group parse(String key) {
		var at = key.indexOf('@');
		if (at < 1) {
			throw new IllegalArgumentException("not a post@place: " + key);
		}
		return new Group(key.substring(0, at), key.substring(at + 1));
	}

	public String key() {
		return post + "@" + place;
	}
}
