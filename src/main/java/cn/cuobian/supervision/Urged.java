package cn.cuobian.supervision;

/**
 * A supervisor urged (催办) those who work on a clock. Published in the transaction that recorded it.
 *
 * @param taskId the task the clock runs for; null if it runs for the matter as a whole
 * @param words what he told them
 */
public record Urged(long clockId, String subject, String number, String taskId, String words, long by) {
}
