package cn.cuobian.engine.camunda;

import java.io.IOException;

import javax.sql.DataSource;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The same contract on PostgreSQL, where two people at once meet other locks. */
@ContextConfiguration(classes = EngineOnPostgresTests.OnPostgres.class)
class EngineOnPostgresTests extends EngineTests {

	@TestConfiguration(proxyBeanMethods = false)
	static class OnPostgres {

		@Bean(destroyMethod = "close")
		EmbeddedPostgres postgres() throws IOException {
			return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
		}

		@Bean
		@Primary
		DataSource postgresPool(EmbeddedPostgres postgres) {
			var pool = new HikariConfig();
			pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
			pool.setMaximumPoolSize(20);
			return new HikariDataSource(pool);
		}
	}
}
