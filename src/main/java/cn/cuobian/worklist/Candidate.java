package cn.cuobian.worklist;

/**
 * Somebody a task may be handed to.
 *
 * @param group the post that makes him fit
 * @param open how many tasks he has taken now
 */
public record Candidate(long personId, String name, String group, long open) {
}
