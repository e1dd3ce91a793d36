package cn.cuobian.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.cuobian.forms.Label;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import cn.cuobian.worklist.SubjectSource.Kind;
import cn.cuobian.worklist.WorkFilter.Taken;

/** The open tasks, as far as the one who asks may see them. What people do with a task is the {@link Workbench}'s. */
@Component
public class Worklist {

	/** More rows than this are never read for one page. */
	public static final int LONGEST_PAGE = 100;

	private final WorkPages pages;
	private final WorkRows rows;
	private final WorkAccess access;
	private final DoneRows done;
	private final Subjects subjects;
	private final Places places;

	Worklist(WorkPages pages, WorkRows rows, WorkAccess access, DoneRows done, Subjects subjects, Places places) {
		this.pages = pages;
		this.rows = rows;
		this.access = access;
		this.done = done;
		this.subjects = subjects;
		this.places = places;
	}

	/**
	 * One page of a list.
	 *
	 * @param after {@link WorkPage#next} of the page before; anything else, or {@code null}, gives the first page
	 * @param size rows wanted, at most {@link #LONGEST_PAGE}
	 */
	public WorkPage page(WorkFilter filter, Viewer viewer, String after, int size) {
		var most = Math.max(1, Math.min(size, LONGEST_PAGE));
		var found = pages.read(lanes(filter, viewer), filter, viewer.personId(), Cursor.read(after, filter.sort()), most + 1);
		var items = found.subList(0, Math.min(most, found.size()));
		var next = found.size() > most ? Optional.of(Cursor.at(items.get(most - 1), filter.sort()).text()) : Optional.<String>empty();
		return new WorkPage(items, next);
	}

	/** How many tasks such a list has, counted no further than {@code most}. */
	public int count(WorkFilter filter, Viewer viewer, int most) {
		return pages.count(lanes(filter, viewer), filter, viewer.personId(), most);
	}

	/** @throws cn.cuobian.refusals.Refusal 404 when there is no such open task, or none the viewer may see */
	public WorkItem get(String taskId, Viewer viewer) {
		return access.readable(taskId, viewer);
	}

	/** As {@link #get}, empty where that refuses. */
	public Optional<WorkItem> find(String taskId, Viewer viewer) {
		return access.find(taskId, viewer);
	}

	/** What became of a task that is no longer open; empty also for those who could not have seen it. */
	public Optional<WorkResult> result(String taskId, Viewer viewer) {
		return access.result(taskId, viewer);
	}

	/** Whether he may claim and complete it, not only read it. */
	public boolean mayWork(WorkItem item, Viewer viewer) {
		return access.mayWork(item, viewer);
	}

	/** Whether he supervises the place of the task and may hand it over without working it himself. */
	public boolean supervises(WorkItem item, Viewer viewer) {
		return access.supervises(item, viewer);
	}

	/** The posts a task is offered to, as {@code post@place}. */
	public List<String> groups(String taskId) {
		return rows.groups(taskId);
	}

	/** The same for the rows of a page, by task id. */
	public Map<String, List<String>> groups(Collection<WorkItem> items) {
		return rows.groups(items.stream().map(WorkItem::taskId).toList());
	}

	/** The open tasks of a subject, the most urgent first, whoever may see them. */
	public List<WorkItem> openFor(String subject) {
		return rows.ofSubject(subject);
	}

	/** Holds all open tasks of a subject until the end of the caller's transaction, as whoever works on one of them does. */
	public void hold(String subject) {
		rows.lockAll(subject);
	}

	/** What this person has taken, the most urgent first. */
	public List<WorkItem> inHandsOf(long personId, int max) {
		return rows.inHandsOf(personId, max);
	}

	/** What is offered to these posts ({@code post@place}) and taken by nobody, the most urgent of each first. */
	public List<WorkItem> waitingAt(Collection<String> groups, int max) {
		return groups.stream().flatMap(group -> rows.waitingAt(group, max).stream()).distinct().toList();
	}

	/** Those of the tasks that are open, in no order, whoever may see them. */
	public List<WorkItem> open(Collection<String> taskIds) {
		return rows.find(taskIds);
	}

	/** What this person completed lately, newest first. */
	public List<WorkResult> doneBy(Viewer viewer, Instant since, int max) {
		return done.by(viewer.personId(), since, max);
	}

	/** What a list shows of a subject; empty for one that nobody here knows. */
	public Optional<SubjectLine> lineOf(String subject) {
		return subjects.line(subject);
	}

	/** Reads the line of a subject again, after its title, kind or tier has changed. */
	public void retell(String subject) {
		subjects.line(subject).ifPresent(line -> rows.retell(subject, line));
	}

	/** The kinds of subject there are, to filter by. */
	public List<Kind> kinds() {
		return subjects.kinds();
	}

	/** What people call a kind; the code itself when it is no longer offered. */
	public Label kind(String code) {
		return subjects.kind(code);
	}

	private List<Lane> lanes(WorkFilter filter, Viewer viewer) {
		return switch (filter.tab()) {
			case MINE -> List.of(Lane.assignee(viewer.personId()));
			case POSTS -> posts(viewer, filter.taken()).toList();
			case ALL -> Stream.concat(Stream.concat(posts(viewer, filter.taken()), territories(viewer, filter.place())),
					Stream.of(Lane.assignee(viewer.personId()))).toList();
		};
	}

	private static Stream<Lane> posts(Viewer viewer, Taken taken) {
		var groups = viewer.groups().stream().sorted().toList();
		var free = taken == Taken.ME ? Stream.<Lane>of() : groups.stream().map(group -> Lane.group(group, false));
		var held = taken == Taken.NOBODY ? Stream.<Lane>of() : groups.stream().map(group -> Lane.group(group, true));
		return Stream.concat(free, held);
	}

	/** Territories inside one another are read once; a place asked for is read itself, not filtered out of a city. */
	private Stream<Lane> territories(Viewer viewer, String wanted) {
		var seen = new ArrayList<Place>();
		viewer.territories().stream().flatMap(this::places)
			.sorted(Comparator.comparing(place -> place.path().length()))
			.filter(place -> seen.stream().noneMatch(place::isWithin)).forEach(seen::add);
		var asked = Optional.ofNullable(wanted).flatMap(places::find);
		return seen.stream().map(place -> asked.filter(inner -> inner.isWithin(place)).orElse(place)).distinct()
			.map(place -> Lane.territory(WorkRecorder.column(place.level()), place.code()));
	}

	/** The place at the end of a path; the roots of the tree where the path is that of everything. */
	private Stream<Place> places(String path) {
		var codes = path.split("/");
		return codes.length == 0 ? places.children(null).stream() : places.find(codes[codes.length - 1]).stream();
	}
}
