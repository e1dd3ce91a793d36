package cn.cuobian.people;

/**
 * Somebody who works with the system.
 *
 * @param active whether the account may be used; who may not sign in holds no post in effect
 */
public record Person(long id, String username, String name, boolean active) {
}
