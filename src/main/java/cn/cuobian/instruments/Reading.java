package cn.cuobian.instruments;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer of a look, kept for a moment of the machine's own time: one scrape reads a dozen gauges of it. */
final class Reading<T> {

	private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

	private final Supplier<T> look;
	private final long kept;
	private Optional<T> last = Optional.empty();
	private long looked;
	private boolean fresh;

	Reading(Supplier<T> look, Duration kept) {
		this.look = look;
		this.kept = kept.toNanos();
	}

	/** Empty while the database does not answer; it is not asked again by each gauge. */
	synchronized Optional<T> get() {
		long now = System.nanoTime();
		if (!fresh || now - looked >= kept) {
			last = look();
			looked = System.nanoTime();
			fresh = true;
		}
		return last;
	}

	private Optional<T> look() {
		try {
			return Optional.of(look.get());
		} catch (RuntimeException e) {
			LOG.warn("A gauge of the house could not be read: {}", e.getClass().getSimpleName());
			return Optional.empty();
		}
	}
}
