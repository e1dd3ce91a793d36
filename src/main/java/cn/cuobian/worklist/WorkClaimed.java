package cn.cuobian.worklist;

/** Somebody took a task on. */
public record WorkClaimed(String taskId, String subject, String elementId, String name, long personId, Long onBehalfOf) {
}
