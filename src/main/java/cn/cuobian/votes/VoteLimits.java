package cn.cuobian.votes;

import java.time.Clock;
import java.util.function.Supplier;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one address may guess codes and look into the box. A whole compound may stand behind one address of a mobile
 * carrier, so the limits stop machines, not neighbours.
 */
@Component
class VoteLimits {

	private final Throttle wrongCodes;
	private final Throttle looks;

	VoteLimits(Clock clock, @Value("${cuobian.votes.wrong-codes-per-hour:30}") int wrongCodes,
			@Value("${cuobian.votes.looks-per-hour:6000}") int looks) {
		this.wrongCodes = new Throttle("votes.box.too-many-codes", wrongCodes, clock);
		this.looks = new Throttle("votes.box.too-many-casts", looks, clock);
	}

	void countLook(HttpServletRequest request) {
		looks.count(request.getRemoteAddr());
	}

	/** Runs what needs a code; only codes that open nothing count against the address. */
	<T> T withCode(HttpServletRequest request, Supplier<T> act) {
		countLook(request);
		wrongCodes.requireLeft(request.getRemoteAddr());
		try {
			return act.get();
		} catch (Refusal refusal) {
			if (refusal.rule().equals(VoteCodes.unknown().rule())) {
				wrongCodes.count(request.getRemoteAddr());
			}
			throw refusal;
		}
	}
}
