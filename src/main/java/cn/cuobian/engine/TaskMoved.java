package cn.cuobian.engine;

/**
 * An open task goes on in another version of its procedure. Published in the engine's transaction.
 *
 * @param now as if it were opened there; the id is the one it always had
 */
public record TaskMoved(TaskOpened now) {
}
