package cn.cuobian.elections;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.cuobian.elections.ElectionTasks.Step;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Places;
import cn.cuobian.worklist.Worklist;
import org.springframework.stereotype.Component;

/** The desk of the reviews: who was put forward, what each department says, and the steps that wait for the viewer. */
@Component
class CandidateDesk {

	private static final int PAGE = 50;

	private final CandidateRows candidates;
	private final ReviewRows reviews;
	private final ElectionTasks tasks;
	private final ElectionRules rules;
	private final ElectionRights rights;
	private final Places places;
	private final Worklist worklist;

	CandidateDesk(CandidateRows candidates, ReviewRows reviews, ElectionTasks tasks, ElectionRules rules, ElectionRights rights,
			Places places, Worklist worklist) {
		this.candidates = candidates;
		this.reviews = reviews;
		this.tasks = tasks;
		this.rules = rules;
		this.rights = rights;
		this.places = places;
		this.worklist = worklist;
	}

	/**
	 * @param cells one for each column of the desk, null where nothing was asked yet
	 * @param todo open steps about him that the viewer may take
	 */
	record Row(Candidate candidate, String name, List<Review> cells, List<Step> todo) {
	}

	/** A column of the desk: the interview, a department, or the city. */
	record Column(String stage, String department, String name) {
	}

	Map<String, Object> of(Election election, CandidateFilter filter, Viewer viewer, Locale locale) {
		boolean mayReview = rights.reviews(viewer, election.place());
		var columns = columns(election, locale);
		var all = candidates.of(election.id());
		var asked = reviews.ofElection(election.id());
		var todo = todo(election, asked, viewer);
		var wanted = all.stream().filter(candidate -> filter.wants(candidate, mayReview))
				.filter(candidate -> !filter.mine() || todo.containsKey(candidate.id())).toList();
		var page = wanted.stream().filter(candidate -> candidate.no() > filter.after()).limit(PAGE).toList();
		var model = new HashMap<String, Object>(Map.of("election", election, "place", places.get(election.place()), "columns", columns,
				"rows", rows(page, columns, mayReview, asked, todo), "channels", Channel.values(), "states", CandidateState.values(), "filter", filter));
		model.put("next", page.isEmpty() || page.get(page.size() - 1) == wanted.get(wanted.size() - 1) ? null : page.get(page.size() - 1).no());
		model.put("mayNominate", rights.nominates(viewer, election.place()) && !election.state().isOver());
		model.put("mayStrike", rights.runs(viewer, election.place()) && election.state().ordinal() < ElectionState.ELECTED.ordinal());
		model.put("mayReview", mayReview);
		model.put("members", all.stream().filter(Candidate::partyMember).count());
		model.put("names", all.size());
		model.put("found", wanted.size());
		model.put("waiting", todo.size());
		model.put("typed", Map.of());
		model.put("wrong", Map.of());
		return model;
	}

	/** By candidate; a step of a department is about its review. */
	private Map<Long, List<Step>> todo(Election election, List<Review> asked, Viewer viewer) {
		var candidateOf = asked.stream().collect(Collectors.toMap(Review::id, Review::candidateId));
		var open = worklist.openFor(election.subject()).stream().filter(task -> !task.isTaken() || task.isTakenBy(viewer.personId())).toList();
		var mine = worklist.groups(open).entrySet().stream().filter(task -> task.getValue().stream().anyMatch(viewer.groups()::contains))
				.map(Map.Entry::getKey).collect(Collectors.toSet());
		return tasks.open(election.subject()).stream().filter(step -> step.part() > 0 && mine.contains(step.taskId()))
				.collect(Collectors.groupingBy(step -> candidateOf.getOrDefault(step.part(), step.part())));
	}

	private List<Column> columns(Election election, Locale locale) {
		var street = rules.departments(election.place()).stream()
				.map(department -> new Column(Review.STREET, department.code(), department.name().in(locale)));
		return Stream.of(Stream.of(new Column(Review.INTERVIEW, "community", null)), street,
				Stream.of(new Column(Review.CITY, "city", null))).flatMap(Function.identity()).toList();
	}

	/** Names and reasons are for those who review; others see 张**. */
	private static List<Row> rows(List<Candidate> page, List<Column> columns, boolean mayReview, List<Review> reviews,
			Map<Long, List<Step>> todo) {
		var byCandidate = reviews.stream().collect(Collectors.groupingBy(Review::candidateId));
		return page.stream().map(candidate -> {
			var own = byCandidate.getOrDefault(candidate.id(), List.of());
			return new Row(candidate, mayReview ? candidate.name() : candidate.masked(), columns.stream().map(column -> last(own, column)).toList(),
					todo.getOrDefault(candidate.id(), List.of()));
		}).toList();
	}

	private static Review last(List<Review> own, Column column) {
		return own.stream().filter(review -> review.stage().equals(column.stage()) && review.department().equals(column.department()))
				.reduce((first, second) -> second).orElse(null);
	}
}
