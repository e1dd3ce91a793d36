package cn.cuobian.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.TaskMoved;
import cn.cuobian.engine.camunda.MovingRows.Instance;
import cn.cuobian.refusals.Refusal;

/** Moves one running instance to another version, and what hangs on it: its tasks say what the new drawing says. */
@Component
class Removal {

	/** The property of a task that names its clock. */
	private static final String CLOCK = "clock";

	private final RuntimeService runtime;
	private final TaskService tasks;
	private final ProcessEngineConfigurationImpl engine;
	private final ApplicationEventPublisher events;

	Removal(RuntimeService runtime, TaskService tasks, ProcessEngineConfigurationImpl engine, ApplicationEventPublisher events) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.engine = engine;
		this.events = events;
	}

	/** A task as it stood before. */
	private record Before(String element, String clock) {
	}

	void move(Instance instance, String deployment, Map<String, String> wishes) {
		var plan = plan(instance, deployment, wishes);
		var before = before(instance);
		Clashes.refused(() -> {
			migrate(plan, instance);
			open(instance).forEach(task -> follow(task, before.get(task.getId()), instance));
			return null;
		});
	}

	private MigrationPlan plan(Instance instance, String deployment, Map<String, String> wishes) {
		return engine.getCommandExecutorTxRequired().execute(context -> {
			var target = context.getProcessDefinitionManager().findProcessDefinitionByDeploymentAndKey(deployment, instance.model());
			if (target == null) {
				throw new Refusal("engine.not-movable", instance.model());
			}
			var cache = engine.getDeploymentCache();
			return Crossing.between(engine, cache.findDeployedProcessDefinitionById(instance.definition()),
					cache.findDeployedProcessDefinitionById(target.getId()), wishes).plan(instance.definition(), target.getId());
		});
	}

	private void migrate(MigrationPlan plan, Instance instance) {
		try {
			runtime.newMigration(plan).processInstanceIds(instance.id()).execute();
		} catch (MigratingProcessInstanceValidationException e) {
			throw (Refusal) new Refusal("engine.not-movable", steps(e)).initCause(e);
		}
	}

	private static String steps(MigratingProcessInstanceValidationException refused) {
		return refused.getValidationReport().getActivityInstanceReports().stream().map(MigratingActivityInstanceValidationReport::getSourceScopeId)
				.distinct().sorted().collect(Collectors.joining(", "));
	}

	private List<Task> open(Instance instance) {
		return tasks.createTaskQuery().processInstanceId(instance.id()).list();
	}

	private Map<String, Before> before(Instance instance) {
		return engine.getCommandExecutorTxRequired().execute(context -> {
			Map<String, Before> before = new HashMap<>();
			open(instance).forEach(task -> before.put(task.getId(), new Before(task.getTaskDefinitionKey(), clock((TaskEntity) task))));
			return before;
		});
	}

	private static String clock(TaskEntity task) {
		return ModelProperties.of(task.getExecution().getProcessDefinition().findActivity(task.getTaskDefinitionKey())).get(CLOCK);
	}

	private void follow(Task task, Before before, Instance instance) {
		boolean renewed = engine.getCommandExecutorTxRequired().execute(context -> {
			var moved = context.getTaskManager().findTaskById(task.getId());
			var step = moved.getExecution().getProcessDefinition().findActivity(moved.getTaskDefinitionKey());
			boolean same = before.element().equals(moved.getTaskDefinitionKey()) && Objects.equals(before.clock(), clock(moved));
			if (same || Crossing.isOneOfSeveral(step)) {
				renew(moved);
				return true;
			}
			return false;
		});
		if (!renewed) {
			openAnew(task, instance);
		}
	}

	/** Its name and its posts are written down when it opens, and so they are again now; its form is found by its version. */
	private void renew(TaskEntity task) {
		var drawn = task.getTaskDefinition();
		task.setName(String.valueOf(drawn.getNameExpression().getValue(task)));
		Set<String> posts = drawn.getCandidateGroupIdExpressions().stream().flatMap(group -> posts(group.getValue(task)))
				.collect(Collectors.toCollection(TreeSet::new));
		Set<String> held = task.getCandidates().stream().map(link -> link.getGroupId()).filter(Objects::nonNull).collect(Collectors.toSet());
		held.stream().filter(post -> !posts.contains(post)).forEach(task::deleteCandidateGroup);
		posts.stream().filter(post -> !held.contains(post)).forEach(task::addCandidateGroup);
		events.publishEvent(new TaskMoved(Announcements.described(task, posts), held));
	}

	private static Stream<String> posts(Object value) {
		return value instanceof Iterable<?> several
				? StreamSupport.stream(several.spliterator(), false).map(String::valueOf)
				: Stream.of(String.valueOf(value).split(",")).map(String::strip);
	}

	/** First the new one opens and then the old one goes: a clock that both name is never without a task, and runs on. */
	private void openAnew(Task task, Instance instance) {
		var place = find(runtime.getActivityInstance(instance.id()), task.getExecutionId());
		runtime.createProcessInstanceModification(instance.id())
				.startBeforeActivity(place.getActivityId(), place.getParentActivityInstanceId())
				.cancelActivityInstance(place.getId()).execute();
	}

	private static ActivityInstance find(ActivityInstance within, String execution) {
		if (within.getChildActivityInstances().length == 0) {
			return List.of(within.getExecutionIds()).contains(execution) ? within : null;
		}
		return Stream.of(within.getChildActivityInstances()).map(inner -> find(inner, execution)).filter(Objects::nonNull).findFirst().orElse(null);
	}
}
