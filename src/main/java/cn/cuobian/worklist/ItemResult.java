package cn.cuobian.worklist;

import java.util.Optional;

import cn.cuobian.refusals.Refusal;

/**
 * What became of one task among several.
 *
 * @param number of its subject, {@code null} when the task does not exist for the viewer
 * @param refusalOrNull why it was not done
 */
public record ItemResult(String taskId, String number, Refusal refusalOrNull) {

	public boolean isDone() {
		return refusalOrNull == null;
	}

	public Optional<Refusal> refusal() {
		return Optional.ofNullable(refusalOrNull);
	}
}
