package cn.cuobian.escalation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import cn.cuobian.escalation.Assignment.State;
import cn.cuobian.people.Post;
import cn.cuobian.people.PostCatalog;
import cn.cuobian.refusals.Refusal;
import org.springframework.stereotype.Component;

/** What departments have to do for a matter. One department is asked at most once at a time. */
@Component
class Assignments {

	/** The form field and process fact that names departments, joined by commas. */
	private static final String FIELD = "departments";

	private final AssignmentRows rows;
	private final PostCatalog catalog;

	Assignments(AssignmentRows rows, PostCatalog catalog) {
		this.rows = rows;
		this.catalog = catalog;
	}

	/** @throws Refusal {@code escalation.no-department}, {@code escalation.unknown-department} */
	void assign(long matterId, String departments) {
		var known = catalog.departments().stream().map(Post::code).collect(Collectors.toSet());
		open(matterId, departments, known, "escalation.unknown-department");
	}

	/** @throws Refusal {@code escalation.no-department}, {@code escalation.department-not-asked} */
	void sendBack(long matterId, String departments) {
		open(matterId, departments, latest(matterId).keySet(), "escalation.department-not-asked");
	}

	List<Long> open(long matterId) {
		return rows.of(matterId).stream().filter(Assignment::isOpen).map(Assignment::id).toList();
	}

	Assignment byId(long id) {
		return rows.byId(id);
	}

	void reported(long id, String result) {
		rows.end(id, State.REPORTED, result);
	}

	void overdue(long id) {
		rows.end(id, State.OVERDUE, null);
	}

	void cancelOpen(long matterId) {
		open(matterId).forEach(id -> rows.end(id, State.CANCELLED, null));
	}

	/** The newest assignment of each department that was asked, in the order in which they were asked first. */
	Map<String, Assignment> latest(long matterId) {
		var latest = new LinkedHashMap<String, Assignment>();
		rows.of(matterId).forEach(assignment -> latest.put(assignment.department(), assignment));
		return latest;
	}

	/** The first department that took the matter on; empty if none did. */
	Optional<String> leading(long matterId) {
		return latest(matterId).values().stream()
				.filter(each -> each.state() == State.REPORTED && !Assignment.NOT_OURS.equals(each.result()))
				.map(Assignment::department).findFirst();
	}

	private void open(long matterId, String departments, Set<String> allowed, String rule) {
		var wanted = split(departments);
		if (wanted.isEmpty()) {
			throw Refusal.onField(FIELD, "escalation.no-department");
		}
		wanted.stream().filter(department -> !allowed.contains(department)).findFirst().ifPresent(department -> {
			throw Refusal.onField(FIELD, rule, department);
		});
		wanted.forEach(department -> rows.open(matterId, department));
	}

	private static List<String> split(String departments) {
		return departments == null ? List.of()
				: Arrays.stream(departments.split(",")).map(String::strip).filter(each -> !each.isEmpty()).distinct().toList();
	}
}
