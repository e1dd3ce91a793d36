package cn.cuobian.votes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as they are written on a ballot, and as a form gives them: Shanghai time, to the minute. */
final class VoteTime {

	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private VoteTime() {
	}

	/** Like {@code 2026-03-05 18:00}; empty for null. */
	static String text(Instant at) {
		return at == null ? "" : TEXT.format(at.atZone(ZONE));
	}

	static Instant of(LocalDateTime local) {
		return local.atZone(ZONE).toInstant();
	}
}
