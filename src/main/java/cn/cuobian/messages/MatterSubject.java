package cn.cuobian.messages;

import java.util.Optional;

/** The matter a clock or a task is about. */
final class MatterSubject {

	private static final String PREFIX = "matter:";

	private MatterSubject() {
	}

	/** @param subject such as {@code matter:42}; empty for a subject of another type */
	static Optional<Long> of(String subject) {
		return subject.startsWith(PREFIX) ? Optional.of(Long.parseLong(subject.substring(PREFIX.length()))) : Optional.empty();
	}
}
