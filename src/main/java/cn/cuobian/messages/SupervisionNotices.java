package cn.cuobian.messages;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cn.cuobian.matters.MatterFile;
import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.supervision.PutUnderSupervision;
import cn.cuobian.supervision.Urged;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Worklist;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells those who work on a matter that a supervisor urged them or put it under special supervision; of the latter also
 * the other supervisors up to the city. What he wrote stands in the record, not here.
 */
@Component
class SupervisionNotices {

	private final Postbox postbox;
	private final Workers workers;
	private final Worklist worklist;
	private final Supervisors supervisors;
	private final MatterFile file;
	private final Clock clock;

	SupervisionNotices(Postbox postbox, Workers workers, Worklist worklist, Supervisors supervisors, MatterFile file, Clock clock) {
		this.postbox = postbox;
		this.workers = workers;
		this.worklist = worklist;
		this.supervisors = supervisors;
		this.file = file;
		this.clock = clock;
	}

	@EventListener
	void on(Urged urged) {
		var link = urged.taskId() == null ? SubjectPage.of(urged.subject(), urged.number()) : "/tasks/" + urged.taskId();
		postbox.tell(without(urged.by(), workersOf(urged.subject(), urged.taskId())),
				new Notice("clock:%d:urged:%d".formatted(urged.clockId(), clock.millis()), Kind.URGED, urged.number(), link, urged.taskId()));
	}

	@EventListener
	void on(PutUnderSupervision put) {
		var told = new LinkedHashSet<>(workersOf(put.subject(), put.taskId()));
		MatterSubject.of(put.subject()).map(file::of).map(matter -> matter.facts().place())
				.ifPresent(place -> told.addAll(supervisors.over(List.of(place)).upToCity(place)));
		postbox.tell(without(put.by(), told), new Notice("clock:%d:supervision:%d".formatted(put.clockId(), clock.millis()),
				put.listed() ? Kind.UNDER_SUPERVISION : Kind.SUPERVISION_LIFTED, put.number(), SubjectPage.of(put.subject(), put.number()), null));
	}

	/** Of a clock without a task: all who have a task of the matter. */
	private Set<Long> workersOf(String subject, String taskId) {
		List<WorkItem> items = taskId == null ? worklist.openFor(subject) : worklist.open(List.of(taskId));
		return workers.of(items).values().stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Set<Long> without(long person, Set<Long> persons) {
		return persons.stream().filter(each -> each != person).collect(Collectors.toCollection(LinkedHashSet::new));
	}
}
