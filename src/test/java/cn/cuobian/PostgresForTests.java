package cn.cuobian;

import java.io.IOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** {@code mvn verify -Dcuobian.test.database=postgres} runs every {@link CuobianTest} on PostgreSQL instead of H2. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "cuobian.test.database", havingValue = "postgres")
public class PostgresForTests {

	/** The tag of every test that needs a database: {@code mvn verify} runs them a second time, on PostgreSQL. */
	public static final String DATABASE = "database";

	/** The tag of a test that has the other tag, but tries what never comes near the house's database, such as a twin's. */
	public static final String ONCE = "once";

	/** A bean and no static field: it must stop after the connection pool, which would wait 30 seconds for it. */
	@Bean(destroyMethod = "close")
	EmbeddedPostgres postgres() throws IOException {
		return EmbeddedPostgres.builder().setRegisterShutdownHook(false).setServerConfig("max_connections", "120")
				.setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off").start();
	}

	@Bean
	DynamicPropertyRegistrar postgresInsteadOfH2(EmbeddedPostgres postgres) {
		return registry -> {
			registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
			registry.add("spring.datasource.username", () -> "postgres");
			registry.add("spring.datasource.password", () -> "postgres");
			registry.add("spring.flyway.placeholders.blob", () -> "bytea");
		};
	}
}
