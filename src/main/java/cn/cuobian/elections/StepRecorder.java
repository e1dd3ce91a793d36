package cn.cuobian.elections;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import cn.cuobian.engine.Processes;
import cn.cuobian.forms.Label;
import cn.cuobian.notices.NoticeOver;
import cn.cuobian.notices.ObjectionMade;
import cn.cuobian.worklist.WorkDone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what people did, hands it to the {@link Steps}, and tells the drawings what happened to their notices. */
@Component
class StepRecorder {

	private static final int LONGEST_DETAIL = 400;

	private final List<Steps> steps;
	private final ElectionTasks tasks;
	private final Milestones milestones;
	private final ElectionLog log;
	private final Publicity publicity;
	private final Processes processes;

	StepRecorder(List<Steps> steps, ElectionTasks tasks, Milestones milestones, ElectionLog log, Publicity publicity, Processes processes) {
		this.steps = steps;
		this.tasks = tasks;
		this.milestones = milestones;
		this.log = log;
		this.publicity = publicity;
		this.processes = processes;
	}

	@EventListener
	void on(WorkDone work) {
		var subject = work.subject();
		if (!subject.startsWith(Election.SUBJECT_TYPE + ":") && !subject.startsWith(Committee.SUBJECT_TYPE + ":")) {
			return;
		}
		var step = new Step(Long.parseLong(subject.substring(subject.indexOf(':') + 1)), tasks.partOf(work.taskId()), work);
		steps.forEach(each -> each.done(step));
		log.said(subject, work.personId(), "done", detail(work), String.join("\n", work.words().values()));
		if (subject.startsWith(Election.SUBJECT_TYPE)) {
			Milestone.of(work.elementId()).ifPresent(milestone -> milestones.reached(step.id(), milestone));
		}
	}

	private static String detail(WorkDone work) {
		var decided = work.answers().stream().filter(answer -> work.decisions().containsKey(answer.key())).map(answer -> zh(answer.text()))
				.collect(Collectors.joining(" · "));
		var detail = decided.isEmpty() ? work.name() : work.name() + " · " + decided;
		return detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()));
	}

	private static String zh(Label label) {
		return label.zh();
	}

	@EventListener
	void on(NoticeOver notice) {
		publicity.over(notice.noticeId()).ifPresent(hung -> {
			switch (About.of(hung.about())) {
				case GROUP -> milestones.reached(hung.electionId(), Milestone.GROUP_PUBLIC);
				case CANDIDATES -> milestones.reached(hung.electionId(), Milestone.CANDIDATES_PUBLIC);
				case RESULT -> milestones.reached(hung.electionId(), Milestone.RESULT_PUBLIC);
				default -> { }
			}
			tell("notice_ended_" + hung.about(), notice.subject());
		});
	}

	@EventListener
	void on(ObjectionMade objection) {
		publicity.of(objection.noticeId()).ifPresent(hung -> tell("objection_made_" + hung.about(), objection.subject()));
	}

	/** A procedure that does not wait for it any more, or has the task already, need not know. */
	private void tell(String message, String subject) {
		if (processes.awaits(message, subject)) {
			processes.tell(message, subject, Map.of());
		}
	}
}
