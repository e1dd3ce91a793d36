package cn.cuobian.worklist;

/**
 * A task was given to somebody else, or taken over by a colleague.
 *
 * @param personId who handed it over; the same as {@code toPersonId} when he took it over himself
 * @param fromPersonId who had it before, or {@code null}
 * @param toPersonId who has it now
 * @param reason in the words of the one who handed it over
 */
public record WorkHandedOver(String taskId, String subject, String elementId, String name, long personId,
		Long fromPersonId, long toPersonId, String reason) {

	public boolean isTakenOver() {
		return personId == toPersonId;
	}

	/** Whether it was moved over the head of the one who had it. */
	public boolean isTakenAway() {
		return fromPersonId != null && fromPersonId != personId;
	}
}
