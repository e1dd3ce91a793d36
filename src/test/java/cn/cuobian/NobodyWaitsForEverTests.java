package cn.cuobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The limits of waiting in the profile {@code postgres}, on a real database (decision 0037). */
class NobodyWaitsForEverTests {

	private static final String POOL = "spring.datasource.hikari.data-source-properties";

	private static EmbeddedPostgres postgres;
	private static StandardEnvironment profile;

	@BeforeAll
	static void start() throws IOException {
		postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
		profile = new StandardEnvironment();
		new YamlPropertySourceLoader().load("profile", new ClassPathResource("application-postgres.yaml"))
				.forEach(profile.getPropertySources()::addLast);
	}

	@AfterAll
	static void stop() throws IOException {
		postgres.close();
	}

	@Test
	void whoWaitsForALockIsToldSoAfterFiveSeconds() throws SQLException {
		try (var holder = postgres.getPostgresDatabase().getConnection(); var waiter = ofThePool()) {
			holder.setAutoCommit(false);
			holder.createStatement().execute("create table held (id bigint)");
			holder.commit();
			holder.createStatement().execute("lock table held in access exclusive mode");
			long begun = System.nanoTime();
			assertThatThrownBy(() -> waiter.createStatement().executeQuery("select id from held")).isInstanceOf(PSQLException.class)
					.extracting(refused -> ((SQLException) refused).getSQLState()).isEqualTo("55P03");
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(25));
		}
	}

	@Test
	void theServerEndsAStatementBeforeTheLineIsGivenUp() throws SQLException {
		try (var connection = ofThePool()) {
			assertThat(setting(connection, "statement_timeout")).isEqualTo("25s");
			assertThat(setting(connection, "idle_in_transaction_session_timeout")).isEqualTo("1min");
			assertThat(setting(connection, "tcp_keepalives_idle")).isEqualTo("10");
			assertThat(ofProfile().get("socketTimeout")).isEqualTo("30");
			assertThat(ofProfile().get("connectTimeout")).isEqualTo("5");
		}
	}

	private static Connection ofThePool() throws SQLException {
		var properties = new Properties();
		properties.putAll(ofProfile());
		properties.setProperty("user", "postgres");
		properties.putIfAbsent("socketTimeout", "40"); // or a limit that is missing would hang the test
		return DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"), properties);
	}

	private static Map<String, String> ofProfile() {
		return Binder.get(profile).bind(POOL, Bindable.mapOf(String.class, String.class)).get();
	}

	private static String setting(Connection connection, String name) throws SQLException {
		try (var statement = connection.createStatement(); var row = statement.executeQuery("show " + name)) {
			row.next();
			return row.getString(1);
		}
	}
}
