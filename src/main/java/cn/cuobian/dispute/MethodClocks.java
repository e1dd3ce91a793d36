package cn.cuobian.dispute;

import java.time.Instant;
import java.time.LocalDate;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.DueText;
import cn.cuobian.engine.ProcessEnded;
import cn.cuobian.matters.Timeline;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The three days and the seven days of the method. They belong to the dispute, not to a task: convening and
 * deliberating share the three, carrying out and giving feedback share the seven.
 */
@Component
class MethodClocks {

	/** Joint deliberation. */
	static final String DELIBERATE = "W37.DELIBERATE";
	/** Feedback to the resident. */
	static final String FEEDBACK = "W37.FEEDBACK";
	/** Waiting for the resident's rating. */
	static final String RATE = "W37.RATE";
	/** Asking the court to confirm an agreement. */
	static final String CONFIRM = "MED.CONFIRM";

	private final Clocks clocks;
	private final Rules rules;
	private final Timeline timeline;

	MethodClocks(Clocks clocks, Rules rules, Timeline timeline) {
		this.clocks = clocks;
		this.rules = rules;
		this.timeline = timeline;
	}

	/** A round begins: at intake, or after the resident was dissatisfied. */
	void beginRound(long matterId, String place) {
		clocks.start(DELIBERATE, subject(matterId), place);
		if (rules.at(place).fromIntake()) {
			clocks.start(FEEDBACK, subject(matterId), place);
		}
	}

	/** Where the rule has the seven days run from the deliberation they begin here. */
	void deliberated(long matterId, String place) {
		clocks.stop(DELIBERATE, subject(matterId), true);
		clocks.start(FEEDBACK, subject(matterId), place);
	}

	void fedBack(long matterId) {
		clocks.stop(FEEDBACK, subject(matterId), true);
	}

	void rated(long matterId) {
		clocks.stop(RATE, subject(matterId), true);
	}

	/** @return when the thirty days for the court are over */
	Instant awaitCourt(long matterId, String place, LocalDate effective) {
		return clocks.startFrom(effective, CONFIRM, subject(matterId), place);
	}

	/** Another procedure with limits of its own takes the matter over. */
	void givenOver(long matterId) {
		noLongerDeliberated(matterId);
		clocks.stop(FEEDBACK, subject(matterId), false);
	}

	/** Ends the three days that may still run: somebody else convenes. */
	void noLongerDeliberated(long matterId) {
		clocks.stop(DELIBERATE, subject(matterId), false);
	}

	/** Ends the three days as run out, and says on record when they did. */
	void notDeliberated(long matterId) {
		noteDue(matterId, DELIBERATE);
		noLongerDeliberated(matterId);
	}

	/** Says on record when the seven days ran out; they stay open until the resident was told. */
	void notFedBack(long matterId) {
		noteDue(matterId, FEEDBACK);
	}

	private void noteDue(long matterId, String code) {
		clocks.ofSubject(subject(matterId)).stream().filter(clock -> clock.code().equals(code)).findFirst()
				.ifPresent(clock -> timeline.note(matterId, "timed-out." + code, DueText.of(clock.due())));
	}

	@EventListener
	void on(ProcessEnded ended) {
		if (ended.modelKey().equals(DisputeModel.KEY)) {
			givenOver(Long.parseLong(ended.subject().substring("matter:".length())));
		}
	}

	private static String subject(long matterId) {
		return "matter:" + matterId;
	}
}
