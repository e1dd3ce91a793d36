package cn.cuobian.matters;

import java.util.Locale;
import java.util.stream.Stream;

import cn.cuobian.clocks.ClockMoved;
import cn.cuobian.clocks.ClockMoved.Cause;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.ClockTouched;
import cn.cuobian.clocks.ClocksMoved;
import cn.cuobian.clocks.DueText;
import cn.cuobian.clocks.ExtensionAsked;
import cn.cuobian.clocks.ExtensionRefused;
import org.springframework.context.MessageSource;
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
	private final MessageSource messages;

	ClockRecord(Timeline timeline, Matters matters, MessageSource messages) {
		this.timeline = timeline;
		this.matters = matters;
		this.messages = messages;
	}

	/** After the task was locked. */
	@EventListener
	void on(ClockTouched clock) {
		if (clock.subject().startsWith(MATTER)) {
			timeline.lock(Long.parseLong(clock.subject().substring(MATTER.length())));
		}
	}

	@EventListener
	void on(ClocksMoved moved) {
		moved.clocks().stream().filter(clock -> clock.by() != null).forEach(this::note);
	}

	@EventListener
	void on(ExtensionAsked asked) {
		note(asked.subject(), asked.by(), "clock-asked", asked.code(), "");
	}

	@EventListener
	void on(ExtensionRefused refused) {
		note(refused.subject(), refused.by(), "clock-refused", refused.code(), refused.words());
	}

	/** A paused clock that is extended is due at no instant yet. */
	private void note(ClockMoved clock) {
		boolean stands = clock.to().equals(Clocks.NEVER);
		var key = "clock-" + clock.cause().name().toLowerCase(Locale.ROOT) + (stands && clock.cause() == Cause.EXTENDED ? "-paused" : "");
		note(clock.subject(), clock.by(), key, clock.code(), clock.words(), stands ? "" : DueText.of(clock.to()));
	}

	/** The clock is named in both languages: the record is read in either. */
	private void note(String subject, long by, String key, String code, String words, String... due) {
		if (subject.startsWith(MATTER)) {
			var details = Stream.concat(Stream.of(name(code, Locale.CHINESE), name(code, Locale.ENGLISH), words), Stream.of(due)).toArray(String[]::new);
			matters.find(Long.parseLong(subject.substring(MATTER.length())))
					.ifPresent(matter -> timeline.note(matter.id(), by, key, details));
		}
	}

	private String name(String code, Locale locale) {
		return messages.getMessage("clocks.code." + code, null, code, locale);
	}
}
