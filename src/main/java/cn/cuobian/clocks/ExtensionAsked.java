package cn.cuobian.clocks;

/**
 * Somebody who works on it asks for more time; a supervisor decides.
 *
 * @param amount in the unit of the clock's limit
 */
public record ExtensionAsked(long clockId, String subject, String code, String taskId, int amount, long by) {
}
