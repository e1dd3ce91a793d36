package cn.cuobian.people;

/**
 * Work for a post was given to another group because nobody holds the post where it belongs. Announced once per
 * post, place and day.
 *
 * @param place where a holder was missing
 * @param fellTo key of the group that got the work
 */
public record PostVacant(String post, String place, String fellTo) {
}
