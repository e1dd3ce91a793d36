package cn.cuobian.engine;

import java.time.Instant;
import java.util.Optional;

/** The engine's due timers, run by hand: for a house whose time is moved by hand and where nothing runs by itself. */
public interface DueWork {

	/** When the next timer of a procedure is due; in the past for one that is due already. */
	Optional<Instant> next();

	/**
	 * Runs every timer that is due now, earliest first, and those that fall due meanwhile.
	 *
	 * @param most how many may run before it is taken for a loop
	 * @throws IllegalStateException when there are more
	 */
	void run(int most);
}
