package cn.cuobian.clocks;

import java.time.Instant;
import java.util.List;

/**
 * A clock that has not been stopped.
 *
 * @param code code of the time limit, such as {@code LADDER.HALL}
 * @param due the first instant that is too late; the end of a day (24:00) is 00:00 of the next one in Shanghai
 * @param explanation why it is due then, line by line, in the reader's language
 */
public record Running(String code, Instant started, Instant due, List<String> explanation) {

	public Running {
		explanation = List.copyOf(explanation);
	}
}
