package cn.cuobian.engine.inspection;

import cn.cuobian.engine.Expressions;

/** A task of people has a post that does it, a form that asks, and a clock that runs. */
final class TaskRule implements Rule {

	private final Expressions expressions;

	TaskRule(Expressions expressions) {
		this.expressions = expressions;
	}

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		drawing.steps("userTask").forEach(task -> inspect(task, drawing.file().room(), house, findings));
	}

	private void inspect(Step task, String room, House house, Findings findings) {
		if (expressions.read(task.camunda("candidateGroups")).calls().stream().noneMatch(call -> call.noun().equals("posts"))) {
			findings.add(task.id(), "no-post");
		}
		if (house.form(room, task.camunda("formRef")).isEmpty()) {
			findings.add(task.id(), "no-form", task.camunda("formRef"));
		} else if (!task.camunda("formRefBinding").equals("deployment")) {
			findings.add(task.id(), "form-binding");
		}
		String clock = task.properties().getOrDefault("clock", "");
		if (clock.isBlank()) {
			findings.add(task.id(), "no-clock");
		} else if (!house.hasClock(clock)) {
			findings.add(task.id(), "unknown-clock", clock);
		}
	}
}
