package cn.cuobian.worklist;

/**
 * A task was given to somebody else.
 *
 * @param personId who handed it over
 * @param fromPersonId who had it before, or {@code null}
 * @param toPersonId who has it now
 * @param reason in the words of the one who handed it over
 */
public record WorkHandedOver(String taskId, String subject, String elementId, String name, long personId,
		Long fromPersonId, long toPersonId, String reason) {
}
