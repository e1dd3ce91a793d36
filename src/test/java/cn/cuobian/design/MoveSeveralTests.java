package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.cuobian.engine.inspection.ModelFile;

/** A step that several do at once: each part comes over with its own clock. */
class MoveSeveralTests extends MovingMatters {

	@BeforeEach
	void departments() {
		people.holding("dept-water", here.city());
		people.holding("dept-fire", here.city());
	}

	private Sketch parts(String name) {
		return new Sketch(bundle + "s").start().flow("start_it", "subprocess_parts").part("""
				<subProcess id="subprocess_parts" name="各部门同时办">
				  <multiInstanceLoopCharacteristics camunda:collection="${ladder.assignments(matterId)}" camunda:elementVariable="part" />
				  <startEvent id="start_part" name="接到" />
				  <sequenceFlow id="flow_p1" sourceRef="start_part" targetRef="user_handle" />
				  <userTask id="user_handle" name="%s" camunda:formRef="try-task" camunda:formRefBinding="deployment" camunda:candidateGroups="${posts.at(ladder.liaison(part), place)}">
				    <extensionElements><camunda:properties><camunda:property name="clock" value="LADDER.DEPARTMENT" /></camunda:properties></extensionElements>
				  </userTask>
				  <boundaryEvent id="timer_handle" name="到期" attachedToRef="user_handle"><timerEventDefinition id="def_h"><timeDate xsi:type="tFormalExpression">${clocks.due('LADDER.DEPARTMENT', matterId, place, part)}</timeDate></timerEventDefinition></boundaryEvent>
				  <sequenceFlow id="flow_p2" sourceRef="user_handle" targetRef="end_part" />
				  <sequenceFlow id="flow_p3" sourceRef="timer_handle" targetRef="end_part" />
				  <endEvent id="end_part" name="办好" />
				</subProcess>""".formatted(name)).flow("subprocess_parts", "end_it").end();
	}

	private String deploy(String name) {
		return publishing.publish(bundle, List.of(file(bundle, first().xml()), file(bundle + "_part", part().xml()),
				ModelFile.of(bundle, bundle + "s.bpmn", parts(name).xml()), form()), "studio");
	}

	@Test
	void everyPartKeepsItsClockItsTimerAndItsPost() {
		deploy("部门办");
		var matter = new Waiting();
		int at = 900 + (int) matter.id;
		for (var department : List.of("dept-water", "dept-fire")) {
			db.sql("insert into assignment (id, matter_id, department, open_key, state, assigned_at) values (nextval('assignment_seq'), ?, ?, ?, 'ASSIGNED', ?)")
					.params(matter.id, department, matter.id + "|" + department + at, Timestamp.from(clock.instant())).update();
		}
		processes.start(bundle + "s", matter.subject, Map.of("place", here.building(), "matterId", matter.id));
		clock.travel(Duration.ofHours(3));
		var clocks = matter.clocks();
		var timers = db.sql("select duedate_ from act_ru_job where process_def_key_ = ? order by id_").param(bundle + "s").query(Timestamp.class).list();
		assertThat(timers).hasSize(2);
		var posts = matter.tasks().filter(item -> item.elementId().equals("user_handle")).map(item -> worklist.groups(item.taskId())).toList();
		assertThat(posts).hasSize(2);

		var deployment = deploy("部门办（当面）");
		transactions.executeWithoutResult(moving -> this.moving.move(matter.subject, bundle, deployment, Map.of()));

		assertThat(matter.clocks()).isEqualTo(clocks);
		assertThat(db.sql("select duedate_ from act_ru_job where process_def_key_ = ? order by id_").param(bundle + "s").query(Timestamp.class).list()).isEqualTo(timers);
		var handled = matter.tasks().filter(item -> item.elementId().equals("user_handle")).toList();
		assertThat(handled).hasSize(2).allSatisfy(item -> assertThat(item.name().zh()).isEqualTo("部门办（当面）"));
		assertThat(handled.stream().map(item -> worklist.groups(item.taskId())).toList()).isEqualTo(posts);

		clock.setTo(timers.get(0).toInstant());
		jobs.runDue();
		assertThat(moving.standing(matter.subject, bundle)).noneMatch(each -> each.model().equals(bundle + "s"));
	}
}
