package cn.cuobian.elections;

import java.util.List;

import cn.cuobian.engine.ProcessBean;
import cn.cuobian.refusals.Refusal;
import org.springframework.stereotype.Component;

/** What the drawings ask about candidates and their reviews; a part is a candidate, for the departments a review. */
@Component
@ProcessBean("candidates")
public class CandidateVerbs {

	private final CandidateRows rows;
	private final ReviewRows reviews;
	private final ElectionRows elections;
	private final ElectionRules rules;
	private final Milestones milestones;

	CandidateVerbs(CandidateRows rows, ReviewRows reviews, ElectionRows elections, ElectionRules rules, Milestones milestones) {
		this.rows = rows;
		this.reviews = reviews;
		this.elections = elections;
		this.rules = rules;
		this.milestones = milestones;
	}

	/** Those nobody has talked to yet; after a second nomination only the new ones. */
	public List<Long> toReview(long electionId) {
		return rows.of(electionId).stream().filter(candidate -> candidate.state() == CandidateState.NOMINATED).map(Candidate::id).toList();
	}

	/** All were reviewed. */
	public void reviewed(long electionId) {
		milestones.reached(electionId, Milestone.CITY);
	}

	/** Asks every department of the place; in a further round those that asked for something. */
	public void askDepartments(long part) {
		var candidate = candidate(part);
		var asked = ofStreet(part);
		var again = asked.stream().map(Review::department).distinct()
				.filter(department -> last(asked, department).result().equals(Review.SUPPLEMENT)).toList();
		rules.departments(placeOf(candidate)).stream()
				.filter(department -> asked.isEmpty() || again.contains(department.code()))
				.forEach(department -> reviews.ask(part, Review.STREET, department.code(), department.post()));
	}

	/** The reviews that wait for a department. */
	public List<Long> departments(long part) {
		return ofStreet(part).stream().filter(Review::isOpen).map(Review::id).toList();
	}

	/** The post that reviews. */
	public String reviewer(long review) {
		return reviews.find(review).orElseThrow(Refusal::notFound).post();
	}

	/** {@code passed} once all have passed him, else {@code refused} if one refused him, else {@code supplement}. */
	public String weighStreet(long part) {
		var asked = ofStreet(part);
		var results = asked.stream().map(Review::department).distinct().map(department -> last(asked, department).result()).toList();
		if (results.contains(Review.REFUSED)) {
			return settled(part, CandidateState.REFUSED, Review.REFUSED);
		}
		return results.contains(Review.SUPPLEMENT) ? Review.SUPPLEMENT : settled(part, CandidateState.STREET_PASSED, Review.PASSED);
	}

	private String settled(long part, CandidateState state, String answer) {
		rows.state(part, state);
		milestones.reached(candidate(part).electionId(), Milestone.STREET);
		return answer;
	}

	private List<Review> ofStreet(long part) {
		return reviews.of(part).stream().filter(review -> review.stage().equals(Review.STREET)).toList();
	}

	private static Review last(List<Review> asked, String department) {
		return asked.stream().filter(review -> review.department().equals(department)).reduce((first, second) -> second).orElseThrow();
	}

	private Candidate candidate(long part) {
		return rows.find(part).orElseThrow(Refusal::notFound);
	}

	private String placeOf(Candidate candidate) {
		return elections.find(candidate.electionId()).orElseThrow(Refusal::notFound).place();
	}
}
