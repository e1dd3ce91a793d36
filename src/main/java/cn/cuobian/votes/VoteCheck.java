package cn.cuobian.votes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.NewVote.NewQuestion;
import org.springframework.stereotype.Component;

/** Whether a vote can be announced as it was drawn up. All that is wrong is said at once. */
@Component
class VoteCheck {

	/** Longest title, in characters. */
	static final int MAX_TITLE = 100;
	static final int MAX_QUESTIONS = 20;
	static final int MAX_CANDIDATES = 60;
	static final int MAX_NAME = 60;
	private static final int UNANIMOUS_ITEM = 279;
	private static final int ITEMS = 9;
	private static final int ELECTION_ITEM = 3;

	void check(NewVote vote, Instant now) {
		var wrong = new ArrayList<Refusal>();
		if (vote.title() == null || vote.title().isBlank() || vote.title().strip().length() > MAX_TITLE) {
			wrong.add(Refusal.onField("title", "votes.box.title", MAX_TITLE));
		}
		window(vote, now, wrong);
		secrecy(vote, wrong);
		if (vote.proxyCap() < 0) {
			wrong.add(Refusal.onField("proxyCap", "votes.box.proxy-cap"));
		}
		if (vote.questions().isEmpty() || vote.questions().size() > MAX_QUESTIONS) {
			wrong.add(Refusal.onField("questions", "votes.box.questions", MAX_QUESTIONS));
		}
		for (int i = 0; i < vote.questions().size(); i++) {
			question(i + 1, vote.questions().get(i), wrong);
		}
		if (!wrong.isEmpty()) {
			throw Refusal.several(wrong);
		}
	}

	/** Who turns a home into a shop needs the owners of his building (279); everything else is decided by the whole compound (278). */
	static void scope(NewVote vote, boolean building) {
		if (vote.questions().stream().anyMatch(question -> (question.item() == UNANIMOUS_ITEM) != building)) {
			throw Refusal.onField("questions", building ? "votes.box.building-decides-279" : "votes.box.279-needs-building");
		}
	}

	private static void window(NewVote vote, Instant now, List<Refusal> wrong) {
		if (!vote.opens().isAfter(now)) {
			wrong.add(Refusal.onField("opens", "votes.box.opens-past"));
		}
		if (!vote.closes().isAfter(vote.opens())) {
			wrong.add(Refusal.onField("closes", "votes.box.window"));
		}
	}

	/** Between a voter and a secret paper there is no key by which it could be found again. */
	private static void secrecy(NewVote vote, List<Refusal> wrong) {
		if (vote.openness() == Openness.SECRET && vote.replacing()) {
			wrong.add(Refusal.onField("replacing", "votes.box.secret-cannot-replace"));
		}
		if (vote.openness() == Openness.SECRET && vote.receipt() == ReceiptShows.SHOWS_VOTE) {
			wrong.add(Refusal.onField("receipt", "votes.box.secret-shows-nothing"));
		}
	}

	private static void question(int no, NewQuestion question, List<Refusal> wrong) {
		if (question.words() == null || question.words().isBlank() || question.words().strip().length() > Votes.MAX_WORDS) {
			wrong.add(Refusal.onField("questions", "votes.box.question-words", no, Votes.MAX_WORDS));
		}
		if (question.item() != UNANIMOUS_ITEM && (question.item() < 1 || question.item() > ITEMS)) {
			wrong.add(Refusal.onField("questions", "votes.box.question-item", no));
		}
		if (question.seats() > 0) {
			election(no, question, wrong);
		} else if (!question.candidates().isEmpty() || question.seats() < 0) {
			wrong.add(Refusal.onField("questions", "votes.box.question-seats", no));
		}
	}

	private static void election(int no, NewQuestion question, List<Refusal> wrong) {
		if (question.item() != ELECTION_ITEM) {
			wrong.add(Refusal.onField("questions", "votes.box.question-not-election", no));
		}
		if (question.alternates() < 0 || question.most() < 1 || question.candidates().isEmpty() || question.candidates().size() > MAX_CANDIDATES) {
			wrong.add(Refusal.onField("questions", "votes.box.question-numbers", no, MAX_CANDIDATES));
		}
		boolean named = question.candidates().stream().allMatch(name -> name != null && !name.isBlank() && name.strip().length() <= MAX_NAME);
		if (!named || new HashSet<>(question.candidates()).size() < question.candidates().size()) {
			wrong.add(Refusal.onField("questions", "votes.box.question-names", no, MAX_NAME));
		}
	}

	static void extension(VoteFacts vote, Instant until, Instant now) {
		if (!vote.extendable()) {
			throw new Refusal("votes.box.not-extendable");
		}
		if (!now.isBefore(vote.ends())) {
			throw new Refusal("votes.box.over", VoteTime.text(vote.ends()));
		}
		if (!until.isAfter(vote.ends())) {
			throw Refusal.onField("until", "votes.box.extend-later", VoteTime.text(vote.ends()));
		}
	}

	/** @return the words on one line */
	static String words(String words) {
		if (words == null || words.isBlank() || words.strip().length() > Votes.MAX_WORDS) {
			throw Refusal.onField("words", "votes.box.words", Votes.MAX_WORDS);
		}
		return words.strip().replaceAll("\\s+", " ");
	}
}
