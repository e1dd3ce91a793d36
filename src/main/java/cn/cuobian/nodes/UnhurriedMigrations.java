package cn.cuobian.nodes;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Migrations go over connections of their own, without the limits of the pool: an index may take longer than anybody waits
 * for a page (decision 0037).
 */
@Component
@Profile("postgres")
class UnhurriedMigrations implements FlywayConfigurationCustomizer {

	private final DataSourceProperties database;

	UnhurriedMigrations(DataSourceProperties database) {
		this.database = database;
	}

	@Override
	public void customize(FluentConfiguration migrations) {
		migrations.dataSource(database.determineUrl(), database.determineUsername(), database.determinePassword());
	}
}
