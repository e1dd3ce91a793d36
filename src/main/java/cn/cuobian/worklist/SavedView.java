package cn.cuobian.worklist;

/**
 * A list somebody keeps under a name.
 *
 * @param query its address behind {@code /tasks?}
 * @param isDefault whether the task list opens with it
 */
public record SavedView(long id, String name, String query, boolean isDefault) {
}
