package cn.cuobian.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import cn.cuobian.people.Group;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;

/**
 * Who may see and who may work a task. Its posts and whoever has taken it work it; whoever oversees the place reads it;
 * its supervisor hands it over; for all others it does not exist.
 */
@Component
class WorkAccess {

	private final WorkRows rows;
	private final DoneRows done;
	private final Places places;

	WorkAccess(WorkRows rows, DoneRows done, Places places) {
		this.rows = rows;
		this.done = done;
		this.places = places;
	}

	/** @throws Refusal 404 when there is no such open task, or none the viewer may see */
	WorkItem readable(String taskId, Viewer viewer) {
		return find(taskId, viewer).orElseThrow(Refusal::notFound);
	}

	Optional<WorkItem> find(String taskId, Viewer viewer) {
		return rows.find(taskId).filter(item -> mayRead(item, viewer));
	}

	/** As {@link #workable} on a row that nobody else changes before the transaction ends. */
	WorkItem locked(String taskId, Viewer viewer) {
		return allowed(rows.lock(taskId), taskId, viewer, false);
	}

	/** @throws Refusal 404 as above; 403 when the viewer may only read; 409 when it is closed and was his to work */
	WorkItem workable(String taskId, Viewer viewer) {
		return allowed(rows.find(taskId), taskId, viewer, false);
	}

	/** As {@link #locked}, also for a supervisor of the place. */
	WorkItem lockedToHandOver(String taskId, Viewer viewer) {
		return allowed(rows.lock(taskId), taskId, viewer, true);
	}

	/** As {@link #workable}, also for a supervisor of the place. */
	WorkItem toHandOver(String taskId, Viewer viewer) {
		return allowed(rows.find(taskId), taskId, viewer, true);
	}

	/** What became of a closed task, for those who could have seen it while it was open. */
	Optional<WorkResult> result(String taskId, Viewer viewer) {
		return done.find(taskId).filter(result -> mayRead(result, viewer));
	}

	boolean mayWork(WorkItem item, Viewer viewer) {
		return item.isTakenBy(viewer.personId()) || isAny(rows.groups(item.taskId()), viewer);
	}

	/** Whether he supervises the place, and so decides who works there; other posts that oversee it only read. */
	boolean supervises(WorkItem item, Viewer viewer) {
		return item.place() != null && places.find(item.place()).isPresent()
				&& Stream.concat(places.lineage(item.place()).stream().map(Place::code), Stream.of(Group.EVERYWHERE))
					.anyMatch(place -> viewer.isIn(new Group("supervisor", place).key()));
	}

	private WorkItem allowed(Optional<WorkItem> found, String taskId, Viewer viewer, boolean asSupervisor) {
		if (found.isEmpty() && result(taskId, viewer).isPresent()) {
			throw new Refusal("worklist.task-closed").status(HttpStatus.CONFLICT);
		}
		var works = found.filter(each -> mayWork(each, viewer)).isPresent();
		var item = found.filter(each -> works || sees(each.place(), viewer)).orElseThrow(Refusal::notFound);
		if (!works && !(asSupervisor && supervises(item, viewer))) {
			throw new Refusal("worklist.not-your-post").status(HttpStatus.FORBIDDEN);
		}
		return item;
	}

	private boolean mayRead(WorkItem item, Viewer viewer) {
		return mayWork(item, viewer) || sees(item.place(), viewer);
	}

	private boolean mayRead(WorkResult result, Viewer viewer) {
		return result.personId() != null && result.personId() == viewer.personId() || isAny(result.groups(), viewer)
				|| sees(result.place(), viewer);
	}

	private boolean sees(String place, Viewer viewer) {
		return place != null && places.find(place).filter(viewer::sees).isPresent();
	}

	private static boolean isAny(Collection<String> groups, Viewer viewer) {
		return groups.stream().anyMatch(viewer.groups()::contains);
	}

	/** The person the viewer acts for when he works this task as a deputy, or {@code null}. */
	Long onBehalfOf(List<String> groups, Viewer viewer) {
		var own = groups.stream().filter(viewer.groups()::contains).toList();
		var asDeputy = own.stream().map(viewer::onBehalfOf).toList();
		return asDeputy.isEmpty() || asDeputy.stream().anyMatch(Optional::isEmpty) ? null : asDeputy.get(0).get();
	}
}
