package cn.cuobian.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import cn.cuobian.forms.FormSchema;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** The same act on several tasks, each in its own transaction: one that is refused does not hold up the others. */
@Component
public class Bulk {

	/** What may be asked for at once. */
	public static final int MOST = 100;

	private final Workbench bench;
	private final Worklist list;

	Bulk(Workbench bench, Worklist list) {
		this.bench = bench;
		this.list = list;
	}

	public List<ItemResult> claim(Collection<String> taskIds, Viewer viewer) {
		return each(taskIds, viewer, taskId -> bench.claim(taskId, viewer));
	}

	public List<ItemResult> release(Collection<String> taskIds, Viewer viewer) {
		return each(taskIds, viewer, taskId -> bench.release(taskId, viewer));
	}

	public List<ItemResult> handOver(Collection<String> taskIds, long toPersonId, String reason, Viewer viewer) {
		return each(taskIds, viewer, taskId -> bench.handOver(taskId, toPersonId, reason, viewer));
	}

	/** Completes tasks of one and the same step with one and the same answer. */
	public List<ItemResult> complete(Collection<String> taskIds, Map<String, ?> values, Viewer viewer) {
		form(taskIds, viewer);
		return each(taskIds, viewer, taskId -> bench.complete(taskId, values, viewer));
	}

	/**
	 * The form the tasks have in common.
	 *
	 * @throws Refusal 422 when they are not all of one step; those that are closed by now are passed over
	 */
	public FormSchema form(Collection<String> taskIds, Viewer viewer) {
		var items = items(taskIds, viewer);
		if (items.stream().map(item -> item.modelKey() + " " + item.elementId() + " " + item.formId()).distinct().count() > 1) {
			throw new Refusal("worklist.bulk-differs");
		}
		return items.stream().findFirst().map(item -> bench.form(item.taskId(), viewer)).orElseThrow(Refusal::notFound);
	}

	/** Those of the tasks that are open and that he may see. */
	public List<WorkItem> items(Collection<String> taskIds, Viewer viewer) {
		return checked(taskIds).stream().flatMap(taskId -> list.find(taskId, viewer).stream()).toList();
	}

	private List<ItemResult> each(Collection<String> taskIds, Viewer viewer, Consumer<String> act) {
		return checked(taskIds).stream().map(taskId -> one(taskId, viewer, act)).toList();
	}

	private ItemResult one(String taskId, Viewer viewer, Consumer<String> act) {
		var number = list.find(taskId, viewer).map(WorkItem::number)
			.or(() -> list.result(taskId, viewer).map(WorkResult::number)).orElse(null);
		try {
			act.accept(taskId);
			return new ItemResult(taskId, number, null);
		} catch (Refusal refusal) {
			return new ItemResult(taskId, number, refusal);
		}
	}

	private static List<String> checked(Collection<String> taskIds) {
		var each = taskIds.stream().distinct().toList();
		if (each.isEmpty()) {
			throw new Refusal("worklist.nothing-picked");
		}
		if (each.size() > MOST) {
			throw new Refusal("worklist.too-many-picked", MOST);
		}
		return each;
	}
}
