package cn.cuobian.messages;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import cn.cuobian.messages.Notice.Kind;

/** A mail that waits to be sent. */
record Mail(long id, Addressee to, String event, Kind kind, String about, String link, int attempts) {

	/** How it came to an end without being sent. */
	enum Reason {
		/** The server did not take it, however often it was tried. */
		SERVER,
		/** The server says there is no such address. */
		REFUSED,
		/** The person has no address any more. */
		NO_ADDRESS,
		/** The person may no longer sign in. */
		GONE,
		/** It could not be written: a defect of ours. */
		BROKEN,
		/** Nobody wants it any more: the consent was withdrawn, the tasks are done, or he wants no mails now. */
		UNWANTED,
		/** A person looked at it and let it be. */
		GIVEN_UP;

		String code() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}
	}

	/** The same for every attempt, so that a mail that was sent twice is seen once. */
	String messageId() {
		var name = UUID.nameUUIDFromBytes((event + "|" + to.key()).getBytes(StandardCharsets.UTF_8));
		return "<" + name + "@cuobian>";
	}
}
