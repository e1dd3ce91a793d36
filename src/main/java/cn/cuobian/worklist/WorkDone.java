package cn.cuobian.worklist;

import java.util.List;
import java.util.Map;

import cn.cuobian.forms.Submission.Answered;

/**
 * Somebody completed a task. Published in the same transaction and before the process moves on, so that what he wrote
 * stands in the record before its consequences do.
 *
 * @param name of the task in Chinese, as drawn
 * @param onBehalfOf the person he acted for as deputy, or {@code null}
 * @param formId the form he filled in, or {@code null} when the task has none
 * @param words free text by field; never handed to the engine
 * @param decisions what was handed to the engine
 * @param answers everything he answered in both languages, in the form's order
 */
public record WorkDone(String taskId, String subject, String elementId, String name, long personId, Long onBehalfOf,
		String formId, Map<String, String> words, Map<String, Object> decisions, List<Answered> answers) {
}
