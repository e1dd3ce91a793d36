package cn.cuobian.messages;

import java.time.ZonedDateTime;

/**
 * A line of somebody's inbox.
 *
 * @param kind the rest of its message key, such as {@code task-offered}
 * @param about a matter's number, or the name of a post at a place
 */
public record InboxLine(long id, String kind, String about, ZonedDateTime at, boolean read) {
}
