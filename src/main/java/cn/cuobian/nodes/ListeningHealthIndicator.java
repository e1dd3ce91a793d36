package cn.cuobian.nodes;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * A node that does not hear the shared database is taken out of service. It asks no connection of the pool: a busy node is
 * not a broken one, and must not be taken out because it is busy.
 */
@Component
class ListeningHealthIndicator implements HealthIndicator {

	private final SharedDatabase database;
	private final Listening listening;

	ListeningHealthIndicator(SharedDatabase database, Listening listening) {
		this.database = database;
		this.listening = listening;
	}

	@Override
	public Health health() {
		return database.isShared() && !listening.isHearing() ? Health.down().build() : Health.up().build();
	}
}
