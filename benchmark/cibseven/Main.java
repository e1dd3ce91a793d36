package cn.cuobian.benchmark.engines;

import java.util.HashMap;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.cibseven.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.cibseven.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.cibseven.bpm.engine.impl.persistence.StrongUuidGenerator;

/** The engine without a starter, for none can be had, with what Camunda's starter sets: full history, UUIDs, its job executor. */
public final class Main {

	private Main() {
	}

	public static void main(String[] arguments) throws Exception {
		Console.endWhenBroken();
		var pool = new HikariConfig();
		pool.setJdbcUrl(arguments[0]);
		pool.setUsername("postgres");
		pool.setPassword("postgres");
		pool.setMaximumPoolSize(48);
		var configuration = new StandaloneProcessEngineConfiguration();
		configuration.setDataSource(new HikariDataSource(pool));
		configuration.setDatabaseSchemaUpdate("true");
		configuration.setHistory("full");
		configuration.setIdGenerator(new StrongUuidGenerator());
		configuration.setBeans(new HashMap<>(Stubs.BEANS));
		configuration.setJobExecutor(executor());
		Console.open(new Kind(configuration.buildProcessEngine()));
	}

	private static DefaultJobExecutor executor() {
		var executor = new DefaultJobExecutor();
		executor.setMaxJobsPerAcquisition(3);
		executor.setCorePoolSize(3);
		executor.setMaxPoolSize(10);
		executor.setQueueSize(3);
		return executor;
	}
}
