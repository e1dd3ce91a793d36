package cn.cuobian.engine;

import java.util.Set;

/**
 * An open task goes on in another version of its procedure. Published in the engine's transaction.
 *
 * @param now as if it were opened there; the id is the one it always had
 * @param postsBefore who could take it until now, as {@code post@place}
 */
public record TaskMoved(TaskOpened now, Set<String> postsBefore) {
}
