package cn.cuobian.clocks;

/** A clock now runs for this task. Published in the transaction that opened the task. */
public record ClockBound(long clockId, String taskId, String modelKey, String elementId) {
}
