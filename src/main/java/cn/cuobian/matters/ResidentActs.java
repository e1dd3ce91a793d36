package cn.cuobian.matters;

import java.time.Clock;
import java.util.Map;

import cn.cuobian.engine.Processes;
import cn.cuobian.refusals.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the resident does with the code: rate, ask once for more, take back. The matter and its process change in one
 * commit.
 */
@Component
public class ResidentActs {

	private final Matters matters;
	private final Codes codes;
	private final Processes processes;
	private final Standing standing;
	private final Clock clock;

	ResidentActs(Matters matters, Codes codes, Processes processes, Standing standing, Clock clock) {
		this.matters = matters;
		this.codes = codes;
		this.processes = processes;
		this.standing = standing;
		this.clock = clock;
	}

	@Transactional
	public void rate(String code, int satisfaction, String words) {
		Matter matter = matters.change(reportedWith(code), open -> open.rate(satisfaction, words, clock.instant()));
		requireAwaited(ResidentMessages.RATED, matter, "matters.rate-over");
		processes.tell(ResidentMessages.RATED, matter.facts().subject(), Map.of("satisfaction", satisfaction));
	}

	@Transactional
	public void reopen(String code, String reason) {
		requireReason(reason);
		Matter matter = matters.change(reportedWith(code), open -> open.reopen(reason, clock.instant()));
		requireAwaited(ResidentMessages.REOPENED, matter, "matters.reopen-over");
		processes.tell(ResidentMessages.REOPENED, matter.facts().subject(), Map.of());
	}

	@Transactional
	public void withdraw(String code, String reason) {
		requireReason(reason);
		Matter matter = matters.change(reportedWith(code), open -> open.withdraw(reason, clock.instant()));
		requireAwaited(ResidentMessages.WITHDRAWN, matter, "matters.withdraw-over");
		processes.tell(ResidentMessages.WITHDRAWN, matter.facts().subject(), Map.of());
	}

	/** A neighbour who joined follows the matter; it is not his to rate or to take back. */
	private long reportedWith(String code) {
		Codes.Opened opened = codes.open(code).orElseThrow(Tracking::unknownCode);
		if (opened.holder() != Codes.Holder.REPORTER) {
			throw new Refusal("matters.not-the-reporter").status(HttpStatus.FORBIDDEN);
		}
		return opened.matterId();
	}

	private static void requireReason(String reason) {
		if (reason == null || reason.isBlank()) {
			throw Refusal.onField("reason", "matters.reason-missing");
		}
	}

	private void requireAwaited(String message, Matter matter, String rule) {
		if (!standing.awaits(message, matter)) {
			throw new Refusal(rule).status(HttpStatus.CONFLICT);
		}
	}
}
