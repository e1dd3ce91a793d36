package cn.cuobian.clocks;

/**
 * A person is about to change an open clock; nothing is locked or written yet. Whoever keeps rows of the task or the
 * subject locks them on hearing it, as those do who work on the task: task, subject, then clock. Without this one order
 * two who act at the same moment wait for each other.
 *
 * @param taskId null where the clock runs for no task
 */
public record ClockTouched(long clockId, String subject, String taskId) {
}
