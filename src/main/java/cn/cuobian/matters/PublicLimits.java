package cn.cuobian.matters;

import java.time.Clock;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one address may report and guess. A whole compound may stand behind one address of a mobile carrier, so the
 * limits stop machines, not neighbours.
 */
@Component
class PublicLimits {

	private final Throttle reports;
	private final Throttle wrongCodes;
	private final Throttle looks;
	private final Throttle contacts;

	PublicLimits(Clock clock, @Value("${cuobian.public.reports-per-hour:60}") int reports,
			@Value("${cuobian.public.wrong-codes-per-hour:30}") int wrongCodes,
			@Value("${cuobian.public.looks-per-hour:3000}") int looks,
			@Value("${cuobian.public.contacts-per-hour:60}") int contacts) {
		this.reports = new Throttle("matters.too-many-reports", reports, clock);
		this.wrongCodes = new Throttle("matters.too-many-codes", wrongCodes, clock);
		this.looks = new Throttle("matters.too-many-looks", looks, clock);
		this.contacts = new Throttle("matters.too-many-contacts", contacts, clock);
	}

	void countReport(HttpServletRequest request) {
		reports.count(request.getRemoteAddr());
	}

	/** Place searches and similar-matter checks, which cost the database something. */
	void countLook(HttpServletRequest request) {
		looks.count(request.getRemoteAddr());
	}

	/** Corrections and deletions of contacts: each adds a line to a record. */
	void countContact(HttpServletRequest request) {
		contacts.count(request.getRemoteAddr());
	}

	/** Runs what needs a code; only codes that open nothing count. */
	<T> T withCode(HttpServletRequest request, java.util.function.Supplier<T> act) {
		wrongCodes.requireLeft(request.getRemoteAddr());
		try {
			return act.get();
		} catch (Refusal refusal) {
			if (refusal.rule().equals(Tracking.unknownCode().rule())) {
				wrongCodes.count(request.getRemoteAddr());
			}
			throw refusal;
		}
	}
}
