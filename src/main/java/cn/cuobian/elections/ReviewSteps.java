package cn.cuobian.elections;

import org.springframework.stereotype.Component;

/** What the community, the departments and the city say to a candidate. */
@Component
class ReviewSteps implements Steps {

	private final CandidateRows candidates;
	private final ReviewRows reviews;

	ReviewSteps(CandidateRows candidates, ReviewRows reviews) {
		this.candidates = candidates;
		this.reviews = reviews;
	}

	@Override
	public void done(Step step) {
		switch (step.element()) {
			case "user_interview_candidate" -> interviewed(step);
			case "user_review_by_department" -> decide(step.part(), step);
			case "user_review_jointly" -> city(step);
			default -> { }
		}
	}

	private void interviewed(Step step) {
		boolean stands = "stands".equals(step.decision());
		long review = reviews.ask(step.part(), Review.INTERVIEW, "community", "community-secretary");
		reviews.decide(review, stands ? Review.PASSED : Review.REFUSED, null, step.words("words"), step.work().personId());
		candidates.state(step.part(), stands ? CandidateState.INTERVIEWED : CandidateState.DECLINED);
	}

	private void city(Step step) {
		decide(reviews.ask(step.part(), Review.CITY, "city", "joint-reviewer"), step);
		if (!Review.SUPPLEMENT.equals(step.decision())) {
			candidates.state(step.part(), Review.PASSED.equals(step.decision()) ? CandidateState.PASSED : CandidateState.REFUSED);
		}
	}

	private void decide(long review, Step step) {
		reviews.decide(review, step.decision(), step.text("conditions"), step.words("words"), step.work().personId());
	}
}
