package cn.cuobian.engine.camunda;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.joda.time.DateTimeUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import cn.cuobian.engine.ModelSafety;
import cn.cuobian.engine.Verbs;
import cn.cuobian.engine.inspection.Inspector;
import cn.cuobian.engine.inspection.Rooms;
import cn.cuobian.instruments.HouseGauges;
import io.micrometer.core.instrument.MeterRegistry;

/** Builds the engine: closed down, on our data source and transactions, with our clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

	@Bean
	VerbBeans verbBeans(ListableBeanFactory beans) {
		return new VerbBeans(beans);
	}

	@Bean
	ModelSafety modelSafety(VerbBeans beans) {
		return new Guard(beans.catalogue());
	}

	@Bean
	Inspector inspector(VerbBeans beans, ModelFiles files, ModelSafety safety) {
		Verbs verbs = beans.catalogue();
		Set<String> rooms = new HashSet<>(files.byRoom().keySet());
		verbs.nouns().values().forEach(noun -> rooms.add(noun.room()));
		return new Inspector(safety, new JuelExpressions(), verbs, Rooms.declared("cn.cuobian", rooms));
	}

	@Bean
	JobMeters jobMeters(MeterRegistry meters, HouseGauges house, DataSource dataSource, Clock clock) {
		return new JobMeters(meters, house, JdbcClient.create(dataSource), clock);
	}

	@Bean
	JobExecutor jobExecutor(EngineSettings settings, JobMeters meters, DataSource dataSource) {
		var jobs = new MeteredJobs(meters, dataSource);
		jobs.setCorePoolSize(settings.jobThreads());
		jobs.setMaxPoolSize(settings.jobThreads());
		jobs.setMaxJobsPerAcquisition(settings.jobsAtOnce());
		jobs.setQueueSize(2 * settings.jobsAtOnce()); // a queue that rejects makes the acquisition spin
		jobs.setWaitTimeInMillis((int) settings.pollWait().toMillis());
		jobs.setMaxWait(settings.pollLongestWait().toMillis());
		jobs.setLockTimeInMillis((int) settings.jobLock().toMillis());
		return jobs;
	}

	@Bean
	ClosedEngine engineSetup(DataSource dataSource, PlatformTransactionManager transactions, JobExecutor jobs,
			EngineSettings settings, VerbBeans verbs, ApplicationEventPublisher events, JobMeters meters) {
		var engine = new ClosedEngine(verbs, List.of(new Announcements(events), new CalledForTheSubject()));
		engine.setDataSource(dataSource);
		engine.setTransactionManager(transactions);
		engine.setDatabaseSchemaUpdate("true");
		engine.setJobExecutor(jobs);
		engine.setLoggingContextBusinessKey("subject"); // beside each line of a job's log
		engine.setFailedJobCommandFactory(new MeteredFailures(meters));
		engine.setFailedJobRetryTimeCycle(String.join(",", settings.retries()));
		return engine;
	}

	/** After Flyway, which does not begin in a schema that already has tables. */
	@Bean(destroyMethod = "close")
	@DependsOnDatabaseInitialization
	ProcessEngine processEngine(ClosedEngine setup, Clock clock, DataSource dataSource) {
		DateTimeUtils.setCurrentMillisProvider(clock::millis); // what the engine's ClockUtil asks
		ProcessEngine engine = setup.buildProcessEngine();
		// the engine makes its tables itself and has no index for what is asked most: which timers are due
		JdbcClient.create(dataSource).sql("create index if not exists cuobian_job_due on act_ru_job (duedate_)").update();
		return engine;
	}

	@Bean
	RuntimeService runtimeService(ProcessEngine engine) {
		return engine.getRuntimeService();
	}

	@Bean
	TaskService taskService(ProcessEngine engine) {
		return engine.getTaskService();
	}

	@Bean
	FormService formService(ProcessEngine engine) {
		return engine.getFormService();
	}

	@Bean
	HistoryService historyService(ProcessEngine engine) {
		return engine.getHistoryService();
	}

	@Bean
	RepositoryService repositoryService(ProcessEngine engine) {
		return engine.getRepositoryService();
	}

	@Bean
	DecisionService decisionService(ProcessEngine engine) {
		return engine.getDecisionService();
	}

	@Bean
	ManagementService managementService(ProcessEngine engine) {
		return engine.getManagementService();
	}
}
