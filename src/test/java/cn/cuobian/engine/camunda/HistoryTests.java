package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import cn.cuobian.PostgresForTests;
import cn.cuobian.engine.Processes;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.engine.Tasks;

/** What the engine keeps of a procedure that came to its end. */
@Tag(PostgresForTests.DATABASE)
@SpringJUnitConfig(EngineAlone.class)
class HistoryTests {

	@Autowired
	Processes processes;
	@Autowired
	Tasks tasks;
	@Autowired
	EngineAlone.Heard heard;
	@Autowired
	RepositoryService repository;
	@Autowired
	HistoryService history;
	@Autowired
	ManagementService management;
	@Autowired
	DataSource dataSource;

	@Test
	void instancesAndStepsAreKeptAndTasksAreNot() {
		String instance = lived("matter:" + UUID.randomUUID());

		var kept = history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult();
		assertThat(kept.getEndTime()).isNotNull();
		assertThat(kept.getRemovalTime()).as("cleaned up by its time to live").isNotNull();
		assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(instance).list())
				.allSatisfy(step -> assertThat(step.getEndTime()).isNotNull())
				.extracting(HistoricActivityInstance::getActivityId).containsExactlyInAnyOrder("s", "user_look", "e");
		assertThat(history.createHistoricTaskInstanceQuery().processInstanceId(instance).count()).isZero();
		assertThat(JdbcClient.create(dataSource).sql("select assignee_ from act_hi_actinst where proc_inst_id_ = ? and act_id_ = 'user_look'")
				.param(instance).query((row, n) -> String.valueOf(row.getString(1))).single()).as("who took it is not written again").isEqualTo("null");
	}

	/** The engine compares it at each start, and does not start with another one. */
	@Test
	void theLevelInTheDatabaseIsTheOneAHouseOfBeforeHas() {
		assertThat(management.getProperties()).containsEntry("historyLevel", String.valueOf(HistoryLevel.HISTORY_LEVEL_ACTIVITY.getId()));
	}

	private String lived(String subject) {
		String model = Drawings.bpmn("looked", Drawings.around("user_look", "<bpmn:userTask id=\"user_look\" name=\"看\" camunda:candidateGroups=\"a@b\"/>"));
		repository.createDeployment().name("looked").addInputStream("looked.bpmn", new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8))).deploy();
		processes.start("looked", subject, Map.of());
		String task = heard.last(TaskOpened.class).taskId();
		tasks.claim(task, 7);
		tasks.complete(task, Map.of());
		return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(subject).singleResult().getId();
	}
}
