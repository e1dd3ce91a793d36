package cn.cuobian.clocks;

import java.time.Instant;
import java.util.Locale;

/**
 * Why and since when a clock stands still.
 *
 * @param words what exactly is waited for; shown in the explanation, never given to the engine
 * @param evidence what shows it, such as the number of a letter; may be empty
 * @param since now, or an earlier instant when a supervisor enters the pause afterwards
 * @param by the person who pauses it
 */
public record Pause(Reason reason, String words, String evidence, Instant since, long by) {

	/** What may be waited for at the expense of nobody here. */
	public enum Reason {
		WAITING_RESIDENT, WAITING_MATERIAL, WAITING_OTHER_BODY;

		/** Lower case with hyphens, as in message keys. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}
}
