package cn.cuobian.matters;

import java.util.Locale;

import cn.cuobian.clocks.ClockMoved;
import cn.cuobian.clocks.ClockMoved.Cause;
import cn.cuobian.clocks.ClocksMoved;
import cn.cuobian.clocks.DueText;
import cn.cuobian.clocks.ExtensionAsked;
import cn.cuobian.clocks.ExtensionRefused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes what people did to the time of a matter into its record. What the calendar moved stands in the ledger of the
 * clock only: a line in every record of a city would bury what people did there.
 */
@Component
class ClockRecord {

	private static final String MATTER = MatterFacts.SUBJECT_TYPE + ":";

	private final Timeline timeline;
	private final Matters matters;

	ClockRecord(Timeline timeline, Matters matters) {
		this.timeline = timeline;
		this.matters = matters;
	}

	@EventListener
	void on(ClocksMoved moved) {
		moved.clocks().stream().filter(clock -> clock.by() != null).forEach(this::note);
	}

	@EventListener
	void on(ExtensionAsked asked) {
		note(asked.subject(), asked.by(), "clock-asked");
	}

	@EventListener
	void on(ExtensionRefused refused) {
		note(refused.subject(), refused.by(), "clock-refused", refused.words());
	}

	private void note(ClockMoved clock) {
		var key = "clock-" + clock.cause().name().toLowerCase(Locale.ROOT);
		if (clock.cause() == Cause.PAUSED) {
			note(clock.subject(), clock.by(), key);
		} else {
			note(clock.subject(), clock.by(), key, DueText.of(clock.to()));
		}
	}

	private void note(String subject, long by, String key, String... details) {
		if (subject.startsWith(MATTER)) {
			matters.find(Long.parseLong(subject.substring(MATTER.length())))
					.ifPresent(matter -> timeline.note(matter.id(), by, key, details));
		}
	}
}
