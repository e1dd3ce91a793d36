package cn.cuobian.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import cn.cuobian.forms.Label;

/**
 * An open task as people list it.
 *
 * @param subject what it is about, e.g. {@code matter:42}
 * @param next what happens when it is done, in the words of the drawing; may be empty
 * @param formId the form to fill in, or {@code null}
 * @param place code of the place, or {@code null} when the subject has none
 * @param assignee who has taken it, or {@code null}
 * @param dueOrNull when it must be done, {@code null} where no clock runs
 */
public record WorkItem(String taskId, String subject, String modelKey, String elementId, Label name, Label next,
		String formId,
		String number, String title, String kind, String tier, String place, Long assignee,
		Instant opened, Instant dueOrNull) {

	public Optional<Instant> due() {
		return Optional.ofNullable(dueOrNull);
	}

	/** Whether its time has run out; the due instant itself is already too late. */
	public boolean isOverdue(Instant now) {
		return dueOrNull != null && !now.isBefore(dueOrNull);
	}

	/** Whether less than a fifth of its time is left. */
	public boolean isPressing(Instant now) {
		return dueOrNull != null && !isOverdue(now)
				&& Duration.between(now, dueOrNull).multipliedBy(5).compareTo(Duration.between(opened, dueOrNull)) < 0;
	}

	public boolean isTaken() {
		return assignee != null;
	}

	public boolean isTakenBy(long personId) {
		return assignee != null && assignee == personId;
	}
}
