package cn.cuobian.worklist;

/** Somebody put a task back to its posts. */
public record WorkReleased(String taskId, String subject, String elementId, String name, long personId) {
}
