package cn.cuobian.engine.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.Tasks;

@Component
class CamundaTasks implements Tasks {

	private static final String GONE = "engine.task-gone";
	/** Steps with a form, of all versions somebody still works with; then it begins anew. */
	private static final int MOST_KEPT = 2_000;

	private final TaskService tasks;
	private final FormService forms;
	private final ProcessEngineConfigurationImpl engine;
	/** By version of the drawing and step: what is deployed together with a drawing never changes. */
	private final Map<String, String> deployed = new ConcurrentHashMap<>();

	CamundaTasks(TaskService tasks, FormService forms, ProcessEngineConfigurationImpl engine) {
		this.tasks = tasks;
		this.forms = forms;
		this.engine = engine;
	}

	@Override
	public void claim(String taskId, long personId) {
		change(taskId, "engine.task-taken", () -> tasks.claim(taskId, People.key(personId)));
	}

	@Override
	public void release(String taskId) {
		change(taskId, GONE, () -> tasks.setAssignee(taskId, null));
	}

	@Override
	public void handOver(String taskId, long personId) {
		change(taskId, GONE, () -> tasks.setAssignee(taskId, People.key(personId)));
	}

	@Override
	public void setDue(String taskId, Instant due) {
		change(taskId, GONE, () -> tasks.setDueDate(taskId, Date.from(due)));
	}

	@Override
	public void complete(String taskId, Map<String, ?> decisions) {
		Map<String, Object> checked = Facts.checked(decisions);
		change(taskId, GONE, () -> tasks.complete(taskId, checked));
	}

	@Override
	public <T> T together(String taskId, Supplier<T> acts) {
		return changed(taskId, GONE, () -> engine.getCommandExecutorTxRequired().execute(context -> acts.get()));
	}

	private void change(String taskId, String clash, Runnable change) {
		changed(taskId, clash, () -> {
			change.run();
			return null;
		});
	}

	private <T> T changed(String taskId, String clash, Supplier<T> change) {
		return Clashes.refused(clash, () -> {
			try {
				return change.get();
			} catch (ProcessEngineException | NullPointerException e) {
				throw foundNothing(e) && !exists(taskId) ? Clashes.conflict(GONE) : e;
			}
		});
	}

	/**
	 * What the engine says when a task is no more, or goes while it reads one thing after the other. A step that
	 * follows may say the same of something else: then the task itself is still there.
	 */
	private static boolean foundNothing(Throwable thrown) {
		return thrown instanceof NullPointerException || thrown instanceof NullValueException
				|| thrown instanceof NotFoundException || thrown.getCause() != null && foundNothing(thrown.getCause());
	}

	private boolean exists(String taskId) {
		return find(taskId).isPresent();
	}

	/** By its key: the engine's query puts its statement together anew each time, a tenth of a matter's work. */
	private Optional<TaskEntity> find(String taskId) {
		return Optional.ofNullable(engine.getCommandExecutorTxRequired().execute(context -> context.getTaskManager().findTaskById(taskId)));
	}

	@Override
	public Optional<String> formOf(String taskId) {
		var task = find(taskId);
		var step = task.map(open -> open.getProcessDefinitionId() + " " + open.getTaskDefinitionKey());
		var form = step.map(deployed::get).or(() -> task.flatMap(open -> deployedForm(taskId)));
		step.ifPresent(key -> form.ifPresent(found -> keep(key, found)));
		return form;
	}

	private void keep(String step, String form) {
		if (deployed.size() >= MOST_KEPT) {
			deployed.clear();
		}
		deployed.put(step, form);
	}

	private Optional<String> deployedForm(String taskId) {
		try (InputStream form = forms.getDeployedTaskForm(taskId)) {
			return Optional.of(new String(form.readAllBytes(), StandardCharsets.UTF_8));
		} catch (BadUserRequestException e) {
			return Optional.empty();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
