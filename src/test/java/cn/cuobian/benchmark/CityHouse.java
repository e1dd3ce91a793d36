package cn.cuobian.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as a city runs it, on a database of its own that is filled by single statements of millions of rows. */
final class CityHouse {

	private CityHouse() {
	}

	static EmbeddedPostgres postgres() throws IOException {
		return EmbeddedPostgres.builder().setServerConfig("shared_buffers", "1GB").start();
	}

	/** Without the limits of decision 0037, which such a filling exceeds. */
	static Map<String, Object> on(EmbeddedPostgres postgres) {
		return Map.of("spring.profiles.active", "postgres", "CUOBIAN_DB_URL", postgres.getJdbcUrl("postgres", "postgres"), "CUOBIAN_DB_USER", "postgres",
				"CUOBIAN_DB_PASSWORD", "postgres", "spring.datasource.hikari.data-source-properties.options", "-c statement_timeout=0",
				"spring.datasource.hikari.data-source-properties.socketTimeout", "0");
	}

	static Map<String, Object> onH2(Path directory) {
		return Map.of("spring.datasource.url", "jdbc:h2:file:" + directory.resolve("city") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
	}

	/** The engine runs no jobs in it. */
	static ConfigurableApplicationContext open(Path directory, Map<String, Object> database, Class<?>... more) throws ClassNotFoundException {
		var all = new HashMap<>(database);
		all.put("server.port", "0");
		all.put("cuobian.engine.jobs", "false");
		all.put("cuobian.vault.file", directory.resolve("vault.key"));
		// as arguments, for they win over application.yaml
		return new SpringApplicationBuilder(Class.forName("cn.cuobian.CuobianApplication")).sources(more)
				.run(all.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()).toArray(String[]::new));
	}
}
