package cn.cuobian.matters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

import cn.cuobian.engine.TaskAssigned;
import cn.cuobian.engine.TaskClosed;
import cn.cuobian.engine.TaskMoved;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.forms.Submission.Answered;
import cn.cuobian.worklist.WorkClaimed;
import cn.cuobian.worklist.WorkDone;
import cn.cuobian.worklist.WorkHandedOver;
import cn.cuobian.worklist.WorkLapsed;
import cn.cuobian.worklist.WorkReleased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes into a matter's record what is done with its tasks. Words that people wrote into forms are kept here and
 * nowhere else.
 */
@Component
class WorkRecord {

	/** The field of a form whose words go to the resident. */
	static final String ANSWER_FIELD = "answer";
	/** The field that says who is competent instead of us; the resident reads it below the answer. */
	private static final String COMPETENT_FIELD = "competent";

	private static final String PREFIX = MatterFacts.SUBJECT_TYPE + ":";

	private final Timeline timeline;
	private final Matters matters;
	private final Sight sight;

	WorkRecord(Timeline timeline, Matters matters, Sight sight) {
		this.timeline = timeline;
		this.matters = matters;
		this.sight = sight;
	}

	/** Only what concerns a matter that we have; other rooms have subjects of their own. */
	private OptionalLong matterOf(String subject) {
		if (subject == null || !subject.startsWith(PREFIX)) {
			return OptionalLong.empty();
		}
		long id = Long.parseLong(subject.substring(PREFIX.length()));
		return matters.find(id).isPresent() ? OptionalLong.of(id) : OptionalLong.empty();
	}

	@EventListener
	void on(TaskOpened task) {
		matterOf(task.subject()).ifPresent(matter -> {
			timeline.add(matter, TimelineKind.OPENED, Map.of("task", task.name(), "element", task.elementId(), "groups",
					task.groups().stream().sorted().toList()));
			sight.openToGroups(matter, task.groups());
		});
	}

	/** Whoever may work it by now may see the matter. */
	@EventListener
	void on(TaskMoved moved) {
		matterOf(moved.now().subject()).ifPresent(
				matter -> matters.change(matter, locked -> sight.openToGroups(matter, moved.now().groups())));
	}

	@EventListener
	void on(TaskAssigned task) {
		if (task.personId() != null) {
			matterOf(task.subject()).ifPresent(
					matter -> matters.change(matter, locked -> sight.openToPerson(matter, task.personId())));
		}
	}

	@EventListener
	void on(TaskClosed task) {
		if (task.outcome() == TaskClosed.Outcome.CANCELLED) {
			matterOf(task.subject()).ifPresent(
					matter -> timeline.add(matter, TimelineKind.LAPSED, Map.of("task", task.name())));
		}
	}

	@EventListener
	void on(WorkClaimed work) {
		matterOf(work.subject()).ifPresent(matter -> timeline.add(matter, TimelineKind.CLAIMED, work.personId(),
				work.onBehalfOf(), Map.of("task", work.name())));
	}

	@EventListener
	void on(WorkReleased work) {
		matterOf(work.subject()).ifPresent(
				matter -> timeline.add(matter, TimelineKind.RELEASED, work.personId(), null, Map.of("task", work.name())));
	}

	@EventListener
	void on(WorkLapsed work) {
		matterOf(work.subject()).ifPresent(matter -> {
			timeline.add(matter, TimelineKind.CLAIM_LAPSED, Map.of("task", work.name(), "from", work.personId()));
			sight.openToGroups(matter, work.groups());
		});
	}

	@EventListener
	void on(WorkHandedOver work) {
		var kind = work.isTakenOver() ? TimelineKind.TAKEN_OVER : TimelineKind.HANDED_OVER;
		matterOf(work.subject()).ifPresent(matter -> timeline.add(matter, kind, work.personId(), null, moved(work)));
	}

	private static Map<String, Object> moved(WorkHandedOver work) {
		Map<String, Object> payload = new HashMap<>(Map.of("task", work.name(), "to", work.toPersonId(), "reason", work.reason()));
		if (work.isTakenAway()) {
			payload.put("from", work.fromPersonId());
		}
		return payload;
	}

	@EventListener
	void on(WorkDone work) {
		matterOf(work.subject()).ifPresent(matter -> {
			String answer = work.words().get(ANSWER_FIELD);
			if (answer != null && !answer.isBlank()) {
				String competent = work.words().getOrDefault(COMPETENT_FIELD, "");
				matters.change(matter, open -> open.draftAnswer(competent.isBlank() ? answer : answer + "\n→ " + competent));
			}
			timeline.add(matter, TimelineKind.COMPLETED, work.personId(), work.onBehalfOf(), completed(work));
		});
	}

	private static Map<String, Object> completed(WorkDone work) {
		Map<String, Object> payload = new HashMap<>(Map.of("task", work.name(), "element", work.elementId()));
		payload.put("form", work.formId());
		payload.put("answers", work.answers().stream().map(WorkRecord::inBothLanguages).toList());
		return payload;
	}

	/** With labels, for the form may have changed when this is read again. */
	private static Map<String, String> inBothLanguages(Answered answer) {
		return new TreeMap<>(Map.of("key", answer.key(), "label.zh", answer.label().zh(), "label.en", answer.label().en(),
				"text.zh", answer.text().zh(), "text.en", answer.text().en()));
	}

	/** The answers of a completed form, in the reader's language: label and text. */
	@SuppressWarnings("unchecked")
	static List<Map.Entry<String, String>> answers(TimelineEntry entry, boolean english) {
		Object kept = entry.payload().getOrDefault("answers", List.of());
		String language = english ? ".en" : ".zh";
		return ((List<Map<String, String>>) kept).stream()
				.map(answer -> Map.entry(answer.get("label" + language), answer.get("text" + language))).toList();
	}
}
