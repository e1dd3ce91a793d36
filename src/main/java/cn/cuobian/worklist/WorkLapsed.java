package cn.cuobian.worklist;

import java.util.Set;

/**
 * A task was put back because the one who had it holds none of its posts any more.
 *
 * @param personId who had it
 * @param groups who may take it now
 */
public record WorkLapsed(String taskId, String subject, String elementId, String name, long personId, Set<String> groups) {
}
