package cn.cuobian.instruments;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;

/**
 * Gauges of what all nodes have in common. Every node reads them from the database and exports the same number, so that a
 * reader takes the highest of them and never their sum; by {@code cuobian.house} at the beginning of the name he can tell.
 */
@Component
public class HouseGauges {

	private static final String HOUSE = "cuobian.house.";

	private final MeterRegistry meters;
	private final Clock clock;
	private final Duration kept;

	/** @param kept how long one look serves: longer than a scrape takes, shorter than the pause between two */
	public HouseGauges(MeterRegistry meters, Clock clock, @Value("${cuobian.instruments.kept:10s}") Duration kept) {
		this.meters = meters;
		this.clock = clock;
		this.kept = kept;
	}

	/** Gauges that share one look into the database; it must be found by an index. */
	public <T> Group<T> group(Supplier<T> look) {
		return new Group<>(new Reading<>(look, kept));
	}

	/** Gauges of one look. A look that fails is shown as no number, never as the last one. */
	public final class Group<T> {

		private final Reading<T> reading;

		private Group(Reading<T> reading) {
			this.reading = reading;
		}

		/** @param name without the beginning, such as {@code mails} */
		public Group<T> gauge(String name, String description, ToDoubleFunction<T> number) {
			return gauge(name, description, Map.of(), number);
		}

		/** In seconds, 0 where there is nothing. @param since when it began; null for nothing */
		public Group<T> age(String name, String description, Function<T, Timestamp> since) {
			return gauge(name + ".seconds", description, read -> {
				var began = since.apply(read);
				return began == null ? 0 : Duration.between(began.toInstant(), clock.instant()).toMillis() / 1000.0;
			});
		}

		/** @param tags of few values, and none that names a person, a matter or a vote */
		public Group<T> gauge(String name, String description, Map<String, String> tags, ToDoubleFunction<T> number) {
			var all = Tags.of(tags.entrySet().stream().map(tag -> Tag.of(tag.getKey(), tag.getValue())).toList());
			Gauge.builder(HOUSE + name, () -> reading.get().map(number::applyAsDouble).orElse(Double.NaN))
					.description(description).tags(all).strongReference(true).register(meters);
			return this;
		}
	}
}
