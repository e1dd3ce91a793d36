package cn.cuobian.engine.camunda;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.ApplicationEventPublisher;

import cn.cuobian.engine.ProcessEnded;
import cn.cuobian.engine.TaskAssigned;
import cn.cuobian.engine.TaskClosed;
import cn.cuobian.engine.TaskClosed.Outcome;
import cn.cuobian.engine.TaskOpened;

/** Tells the other rooms what happens in every model, inside the engine's transaction, without a word in a drawing. */
final class Announcements extends AbstractBpmnParseListener {

	private record Reached(String instanceId, String endElementId) {
	}

	private final ApplicationEventPublisher events;
	/** A process ends right after its last end event, in the same thread; the process itself no longer knows which it was. */
	private final ThreadLocal<Reached> last = new ThreadLocal<>();

	Announcements(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public void parseProcess(Element process, ProcessDefinitionEntity definition) {
		ModelProperties.keep(definition, ModelProperties.read(process));
		definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
	}

	@Override
	public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
		activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) end ->
				last.set(new Reached(end.getProcessInstanceId(), end.getCurrentActivityId())));
	}

	@Override
	public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
		ModelProperties.keep(activity, ModelProperties.read(element));
		task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::opened);
		task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
		task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, done -> closed(done, Outcome.COMPLETED));
		task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, left -> closed(left, Outcome.CANCELLED));
	}

	private void opened(DelegateTask task) {
		events.publishEvent(described((TaskEntity) task, groups(task)));
		if (task.getAssignee() != null) {
			assigned(task); // the engine told so before the task was announced, when nobody knew it
		}
	}

	/** All that others have to know of an open task, as its drawing says it. */
	static TaskOpened described(TaskEntity task, Set<String> groups) {
		Expression form = task.getTaskDefinition().getCamundaFormDefinitionKey();
		String formId = form == null ? null : String.valueOf(form.getValue(task));
		Map<String, String> properties = ModelProperties.of(task.getExecution().getProcessDefinition().findActivity(task.getTaskDefinitionKey()));
		return new TaskOpened(task.getId(), subject(task), model(task), task.getTaskDefinitionKey(), task.getName(), formId, groups,
				Map.copyOf(known(task)), properties);
	}

	private void assigned(DelegateTask task) {
		events.publishEvent(new TaskAssigned(task.getId(), subject(task), People.id(task.getAssignee())));
	}

	private void closed(DelegateTask task, Outcome outcome) {
		events.publishEvent(new TaskClosed(task.getId(), subject(task), task.getName(), outcome));
	}

	private void ended(DelegateExecution process) {
		Reached reached = last.get();
		boolean byItself = !process.isCanceled() && reached != null && reached.instanceId().equals(process.getProcessInstanceId());
		events.publishEvent(new ProcessEnded(process.getProcessBusinessKey(), keyOf((ExecutionEntity) process),
				byItself ? reached.endElementId() : null));
		last.remove();
	}

	private static Set<String> groups(DelegateTask task) {
		return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(group -> group != null)
				.collect(Collectors.toUnmodifiableSet());
	}

	/** An absent decision is not a fact. */
	private static Map<String, Object> known(DelegateTask task) {
		Map<String, Object> facts = task.getVariables();
		facts.values().removeIf(value -> value == null);
		return facts;
	}

	private static String subject(DelegateTask task) {
		return task.getExecution().getProcessBusinessKey();
	}

	private static String model(DelegateTask task) {
		return keyOf((ExecutionEntity) task.getExecution());
	}

	private static String keyOf(ExecutionEntity execution) {
		return execution.getProcessDefinition().getKey();
	}
}
