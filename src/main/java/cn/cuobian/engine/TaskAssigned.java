package cn.cuobian.engine;

/**
 * Somebody took the task, or it was handed over, or it went back to its posts.
 *
 * @param personId null when it was released
 */
public record TaskAssigned(String taskId, String subject, Long personId) {
}
