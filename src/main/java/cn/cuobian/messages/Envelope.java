package cn.cuobian.messages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import cn.cuobian.messages.Mail.Reason;

/** Whether and where a mail may go now. */
sealed interface Envelope {

	/** It may go. */
	record Addressed(String address, List<Locale> languages) implements Envelope {
	}

	/** It is quiet where it would arrive. */
	record Waits(Instant until) implements Envelope {
	}

	/** Somebody has to look at it. */
	record Undeliverable(Reason reason) implements Envelope {
	}

	/** Nobody wants it any more. */
	record Unwanted() implements Envelope {
	}
}
