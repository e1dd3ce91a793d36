package cn.cuobian.engine.camunda;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import cn.cuobian.PostgresForTests;
import cn.cuobian.engine.Processes;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.engine.Tasks;

/** What the tests of the engine room's contract share: the engine alone, a new subject for each, and drawings around one task. */
@Tag(PostgresForTests.DATABASE)
@SpringJUnitConfig(EngineAlone.class)
abstract class EngineContract {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	static final String CLAIMABLE = """
			<bpmn:userTask id="user_mediate" name="调解" camunda:candidateGroups="${probe.group('building-steward')}"
				camunda:formRef="mediate" camunda:formRefBinding="deployment">
			<bpmn:extensionElements><camunda:properties><camunda:property name="clock" value="hall-decision"/>
			</camunda:properties></bpmn:extensionElements></bpmn:userTask>""";

	@Autowired
	Processes processes;
	@Autowired
	Tasks tasks;
	@Autowired
	EngineAlone.Probe probe;
	@Autowired
	EngineAlone.Heard heard;
	@Autowired
	RepositoryService repository;

	String subject;

	@BeforeEach
	void aNewSubject() {
		subject = "matter:" + NUMBER.incrementAndGet();
		heard.events.clear();
		probe.heard.clear();
		probe.failWith(null);
	}

	final String open(String key) {
		deploy(key, Drawings.bpmn(key, Drawings.around("user_mediate", CLAIMABLE)));
		processes.start(key, subject, Map.of("matterId", 1L));
		return heard.last(TaskOpened.class).taskId();
	}

	final void deploy(String key, String bpmn) {
		deploy(key, key + ".bpmn", bpmn);
	}

	final void deploy(String name, String file, String model) {
		repository.createDeployment().name(name).addInputStream("test/" + file, stream(model))
				.addInputStream("test/mediate.form", stream("{\"id\":\"mediate\",\"type\":\"default\",\"components\":[]}")).deploy();
	}

	static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}
}
