package cn.cuobian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

class UnhurriedMigrationsTests {

	@Test
	void aMigrationHasTheDatabaseOfTheSettingsAndNothingOfThePool() throws SQLException {
		var settings = new DataSourceProperties();
		settings.setUrl("jdbc:h2:mem:unhurried");
		settings.setUsername("somebody");
		settings.setPassword("secret");
		var migrations = Flyway.configure();
		new UnhurriedMigrations(settings).customize(migrations);
		try (var connection = migrations.getDataSource().getConnection()) {
			assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:h2:mem:unhurried");
			assertThat(connection.getMetaData().getUserName()).isEqualToIgnoringCase("somebody");
		}
	}
}
