package cn.cuobian.benchmark.engines;

import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The engine as its starter configures it; only the pool is made larger than all threads together. */
@SpringBootApplication
public class Main {

	public static void main(String[] arguments) throws Exception {
		Console.endWhenBroken();
		var application = new SpringApplication(Main.class);
		application.setDefaultProperties(Map.of("spring.main.web-application-type", "none", "spring.datasource.url", arguments[0],
				"spring.datasource.username", "postgres", "spring.datasource.password", "postgres", "spring.datasource.hikari.maximum-pool-size", "48",
				"logging.level.root", "warn", "spring.main.banner-mode", "off"));
		var engine = application.run().getBean(ProcessEngine.class);
		Console.open(new Kind(engine));
	}

	@Bean
	Stubs.Ladder ladder() {
		return new Stubs.Ladder();
	}

	@Bean
	Stubs.Matters matters() {
		return new Stubs.Matters();
	}

	@Bean
	Stubs.Posts posts() {
		return new Stubs.Posts();
	}

	@Bean
	Stubs.Clocks clocks() {
		return new Stubs.Clocks();
	}
}
