package cn.cuobian.engine.camunda;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.NotWaiting;
import cn.cuobian.engine.ProcessTrace;
import cn.cuobian.engine.Processes;

@Component
class CamundaProcesses implements Processes {

	private final RuntimeService runtime;
	private final Traces traces;

	CamundaProcesses(RuntimeService runtime, Traces traces) {
		this.runtime = runtime;
		this.traces = traces;
	}

	@Override
	public String start(String processKey, String subject, Map<String, ?> facts) {
		Map<String, Object> checked = Facts.checked(facts);
		return Clashes.refused(() -> runtime.startProcessInstanceByKey(processKey, subject, checked).getId());
	}

	@Override
	public void tell(String message, String subject, Map<String, ?> decisions) {
		Map<String, Object> checked = Facts.checked(decisions);
		String waiting = outermost(message, subject).orElseThrow(NotWaiting::new).getId();
		Clashes.refused(() -> {
			runtime.messageEventReceived(message, waiting, checked);
			return null;
		});
	}

	@Override
	public boolean awaits(String message, String subject) {
		return waiting(message, subject).count() > 0;
	}

	@Override
	public List<ProcessTrace> trace(String subject) {
		return traces.of(subject);
	}

	/** A called instance is younger than its caller, and ids grow with time. */
	private Optional<Execution> outermost(String message, String subject) {
		return waiting(message, subject).list().stream().min(Comparator.comparing(Execution::getProcessInstanceId));
	}

	private ExecutionQuery waiting(String message, String subject) {
		return runtime.createExecutionQuery().processInstanceBusinessKey(subject).messageEventSubscriptionName(message);
	}
}
