package cn.cuobian.elections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import cn.cuobian.worklist.Particulars;
import cn.cuobian.worklist.WorkItem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on the page of a review whose it is: twenty interviews lie open at once, and each is about somebody else. */
@Component
class CandidateTasks implements Particulars {

	private static final String BY_DEPARTMENT = "user_review_by_department";
	private static final Set<String> OF_A_CANDIDATE = Set.of("user_interview_candidate", "user_supplement_for_street", "user_review_jointly",
			"user_supplement_for_city");

	private final CandidateRows candidates;
	private final ReviewRows reviews;
	private final ElectionTasks tasks;
	private final MessageSource messages;

	CandidateTasks(CandidateRows candidates, ReviewRows reviews, ElectionTasks tasks, MessageSource messages) {
		this.candidates = candidates;
		this.reviews = reviews;
		this.tasks = tasks;
		this.messages = messages;
	}

	/** Whom the step is about. @param part candidate or review, 0 where there is but one such step */
	Optional<Candidate> about(String element, long part) {
		if (element.equals(BY_DEPARTMENT)) {
			return reviews.find(part).flatMap(review -> candidates.find(review.candidateId()));
		}
		return OF_A_CANDIDATE.contains(element) ? candidates.find(part) : Optional.empty();
	}

	@Override
	public List<Particular> of(WorkItem item, Locale locale) {
		return about(item.elementId(), tasks.partOf(item.taskId())).map(candidate -> of(candidate, locale)).orElse(List.of());
	}

	private List<Particular> of(Candidate candidate, Locale locale) {
		var lines = new ArrayList<Particular>();
		lines.add(line("candidate", candidate.no() + ". " + candidate.name(), locale));
		lines.add(line("unit", candidate.unit(), locale));
		lines.add(line("channel", channels(candidate, locale), locale));
		if (candidate.statement() != null) {
			lines.add(line("statement", candidate.statement(), locale));
		}
		return lines;
	}

	private String channels(Candidate candidate, Locale locale) {
		return Arrays.stream(Channel.values()).filter(candidate::cameBy).map(channel -> words("channel." + channel.code(), locale))
				.collect(Collectors.joining(" · "));
	}

	private Particular line(String name, String text, Locale locale) {
		return new Particular(words(name, locale), text);
	}

	private String words(String key, Locale locale) {
		return messages.getMessage("elections." + key, null, locale);
	}
}
