package cn.cuobian.benchmark.engines;

import java.util.Map;

import org.flowable.engine.ProcessEngine;
import org.flowable.engine.runtime.Execution;
import org.flowable.task.api.Task;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Flowable as its starter configures it; only the pool is made larger than all threads together. */
@SpringBootApplication
public class Main {

	public static void main(String[] arguments) throws Exception {
		Console.endWhenBroken();
		var application = new SpringApplication(Main.class);
		application.setDefaultProperties(Map.of("spring.main.web-application-type", "none", "spring.datasource.url", arguments[0],
				"spring.datasource.username", "postgres", "spring.datasource.password", "postgres", "spring.datasource.hikari.maximum-pool-size", "48",
				"logging.level.root", "warn", "spring.main.banner-mode", "off"));
		Console.open(new Flowable(application.run().getBean(ProcessEngine.class)));
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

	private static final class Flowable implements Contestant {

		private final ProcessEngine engine;

		Flowable(ProcessEngine engine) throws Exception {
			this.engine = engine;
			engine.getRepositoryService().createDeployment().name("matters").enableDuplicateFiltering().disableSchemaValidation()
					.addString("ladder.bpmn20.xml", translated("escalation/ladder.bpmn"))
					.addString("close_matter.bpmn20.xml", translated("matters/close_matter.bpmn")).deploy();
		}

		/** Its own names for the same things; it reads no form and no lifetime of history from a drawing. */
		private static String translated(String path) throws Exception {
			return Stubs.drawing(path).replaceAll("<camunda:in businessKey=[^>]*/>", "").replaceAll(" camunda:(formRef\\w*|historyTimeToLive)=\"[^\"]*\"", "")
					.replaceAll("(?s)<camunda:properties>.*?</camunda:properties>", "")
					.replace("<callActivity ", "<callActivity camunda:inheritBusinessKey=\"true\" ")
					.replace("http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn").replace("xmlns:camunda", "xmlns:flowable")
					.replace("camunda:", "flowable:");
		}

		@Override
		public void life(long n) throws Exception {
			report(n);
			for (String decision : new String[] { "solved", "done", "verified", "told" }) {
				Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(key(n)).singleResult();
				engine.getTaskService().complete(task.getId(), Map.of("decision", decision));
			}
			Execution waiting = engine.getRuntimeService().createExecutionQuery().processInstanceBusinessKey(key(n), true)
					.messageEventSubscriptionName("matter_rated").singleResult();
			engine.getRuntimeService().messageEventReceived("matter_rated", waiting.getId(), Map.of("satisfaction", 5));
		}

		@Override
		public String report(long n) {
			return engine.getRuntimeService().startProcessInstanceByKey("ladder", key(n), Stubs.facts(n)).getId();
		}

		private static String key(long n) {
			return "matter:" + ProcessHandle.current().pid() + "." + n;
		}

		@Override
		public void timers(boolean on) {
			var executor = engine.getProcessEngineConfiguration().getAsyncExecutor();
			if (on) {
				executor.start();
			} else if (executor.isActive()) {
				executor.shutdown();
			}
		}
	}
}
