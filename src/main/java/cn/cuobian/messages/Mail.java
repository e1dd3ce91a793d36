package cn.cuobian.messages;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import cn.cuobian.messages.Notice.Kind;

/** A mail that waits to be sent. The address is looked up when it leaves. */
record Mail(long id, long personId, String event, Kind kind, String about, String link, int attempts) {

	/** The same for every attempt, so that a mail that was sent twice is seen once. */
	String messageId() {
		var name = UUID.nameUUIDFromBytes((event + "|" + personId).getBytes(StandardCharsets.UTF_8));
		return "<" + name + "@cuobian>";
	}
}
