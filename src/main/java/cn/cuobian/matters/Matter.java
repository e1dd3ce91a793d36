package cn.cuobian.matters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import cn.cuobian.matters.MatterEvent.MatterAnswered;
import cn.cuobian.matters.MatterEvent.MatterClosed;
import cn.cuobian.matters.MatterEvent.MatterRaised;
import cn.cuobian.matters.MatterEvent.MatterRated;
import cn.cuobian.matters.MatterEvent.MatterRefused;
import cn.cuobian.matters.MatterEvent.MatterReopened;
import cn.cuobian.matters.MatterEvent.MatterReturned;
import cn.cuobian.matters.MatterEvent.MatterWithdrawn;
import cn.cuobian.refusals.Refusal;
import org.springframework.http.HttpStatus;

/**
 * One thing a neighbourhood wants solved. It guards itself: every change is checked here, and registers what happened.
 * Loaded and stored by {@link Matters}, under a lock on its row.
 */
public final class Matter {

	/** Longest answer to the resident, in characters. */
	public static final int MAX_ANSWER = 5_000;
	/** Longest comment a resident adds to a rating, in characters. */
	public static final int MAX_RATING_WORDS = 1_000;
	/** Longest reason for reopening, withdrawing or looking at a contact, in characters. */
	public static final int MAX_REASON = 1_000;

	private final MatterFacts facts;
	private final List<MatterEvent> happened = new ArrayList<>();
	private MatterState state;
	private Tier tier;
	private Answer answer;
	private Rating rating;
	private Instant reopenedAt;
	private Instant closedAt;

	Matter(MatterFacts facts, MatterState state, Tier tier, Answer answer, Rating rating, Instant reopenedAt,
			Instant closedAt) {
		this.facts = facts;
		this.state = state;
		this.tier = tier;
		this.answer = answer;
		this.rating = rating;
		this.reopenedAt = reopenedAt;
		this.closedAt = closedAt;
	}

	/** Words of the last form that held an answer, and what was told to the resident. */
	record Answer(String draft, String words, Instant at) {

		static final Answer NONE = new Answer(null, null, null);
	}

	/** What the resident thought of it: 1 to 5, with words if he wished. */
	public record Rating(int satisfaction, String words, Instant at) {
	}

	/** Begins on this tier: it was not raised, nothing below was tried. */
	public void begin(Tier on) {
		requireOpen("matters.raise-not-open");
		tier = on;
	}

	/** Goes up to a higher tier. */
	public void raise(Tier to) {
		requireOpen("matters.raise-not-open");
		if (!to.isAbove(tier)) {
			throw new Refusal("matters.raise-not-higher", number());
		}
		happened.add(new MatterRaised(id(), tier, to));
		tier = to;
	}

	/** Goes back down to a lower tier. */
	public void returnTo(Tier to) {
		requireOpen("matters.return-not-open");
		if (!tier.isAbove(to)) {
			throw new Refusal("matters.return-not-lower", number());
		}
		happened.add(new MatterReturned(id(), tier, to));
		tier = to;
	}

	/** Keeps what a caseworker wrote as the answer, until the process lets it go out. */
	void draftAnswer(String words) {
		if (words.length() > MAX_ANSWER) {
			throw Refusal.onField("answer", "matters.answer-too-long", MAX_ANSWER);
		}
		answer = new Answer(words.strip(), answer.words(), answer.at());
	}

	/** Gives the resident the drafted answer; without a draft the public page says in a standing sentence how it ended. */
	public void answer(Instant at) {
		requireOpen("matters.answer-not-open");
		answer = new Answer(null, answer.draft() == null ? answer.words() : answer.draft(), at);
		state = MatterState.ANSWERED;
		happened.add(new MatterAnswered(id(), answer.words() != null));
	}

	/** Takes the resident's rating, once. */
	public void rate(int satisfaction, String words, Instant at) {
		if (satisfaction < 1 || satisfaction > 5) {
			throw Refusal.onField("satisfaction", "matters.rating-range");
		}
		if (rating != null) {
			throw new Refusal("matters.rated-already").status(HttpStatus.CONFLICT);
		}
		if (state != MatterState.ANSWERED) {
			throw new Refusal("matters.rate-not-answered").status(HttpStatus.CONFLICT);
		}
		rating = new Rating(satisfaction, limited(words, MAX_RATING_WORDS, "words"), at);
		happened.add(new MatterRated(id(), satisfaction));
	}

	/** Opens an answered matter again; the resident may do so once. */
	public void reopen(String reason, Instant at) {
		if (reopenedAt != null) {
			throw new Refusal("matters.reopened-already").status(HttpStatus.CONFLICT);
		}
		if (state != MatterState.ANSWERED) {
			throw new Refusal("matters.reopen-not-answered").status(HttpStatus.CONFLICT);
		}
		reopenedAt = at;
		state = MatterState.OPEN;
		happened.add(new MatterReopened(id(), limited(reason, MAX_REASON, "reason")));
	}

	/**
	 * The resident was dissatisfied, and the procedure takes it up again, as often as that procedure has it. The rating
	 * stays in the record; the next answer is rated anew.
	 */
	public void takeUpAgain(Instant at) {
		if (state != MatterState.ANSWERED) {
			throw new Refusal("matters.reopen-not-answered").status(HttpStatus.CONFLICT);
		}
		happened.add(new MatterReopened(id(), rating == null ? null : rating.words()));
		rating = null;
		reopenedAt = at;
		state = MatterState.OPEN;
	}

	/** The resident takes it back. */
	public void withdraw(String reason, Instant at) {
		requireOpen("matters.withdraw-not-open");
		end(MatterState.WITHDRAWN, at);
		happened.add(new MatterWithdrawn(id(), limited(reason, MAX_REASON, "reason")));
	}

	/** Somebody else is competent; the drafted answer, which must say who, goes to the resident. */
	public void refuse(Instant at) {
		requireOpen("matters.refuse-not-open");
		answer = new Answer(null, answer.draft() == null ? answer.words() : answer.draft(), at);
		end(MatterState.REFUSED, at);
		happened.add(new MatterRefused(id()));
	}

	/** Files it away after the answer; whether the resident rated it or let the time pass is on record. */
	public void close(Instant at) {
		if (state != MatterState.ANSWERED) {
			throw new Refusal("matters.close-not-answered", number());
		}
		end(MatterState.CLOSED, at);
		happened.add(new MatterClosed(id(), rating != null));
	}

	private void end(MatterState last, Instant at) {
		state = last;
		closedAt = at;
	}

	private void requireOpen(String rule) {
		if (state != MatterState.OPEN) {
			throw new Refusal(rule, number()).status(HttpStatus.CONFLICT);
		}
	}

	static String limited(String words, int max, String field) {
		if (words != null && words.length() > max) {
			throw Refusal.onField(field, "matters.words-too-long", max);
		}
		return words == null || words.isBlank() ? null : words.strip();
	}

	/** What happened since it was loaded, in order. */
	List<MatterEvent> happened() {
		return List.copyOf(happened);
	}

	public MatterFacts facts() {
		return facts;
	}

	public long id() {
		return facts.id();
	}

	/** Like {@code QZ-2026-000123}. */
	public String number() {
		return facts.number();
	}

	public MatterState state() {
		return state;
	}

	public Tier tier() {
		return tier;
	}

	/** What was answered, in words; empty as long as nothing was, or if it ended without words. */
	public Optional<String> answer() {
		return Optional.ofNullable(answer.words());
	}

	public Optional<Instant> answeredAt() {
		return Optional.ofNullable(answer.at());
	}

	String answerDraft() {
		return answer.draft();
	}

	public Optional<Rating> rating() {
		return Optional.ofNullable(rating);
	}

	public Optional<Instant> reopenedAt() {
		return Optional.ofNullable(reopenedAt);
	}

	public Optional<Instant> closedAt() {
		return Optional.ofNullable(closedAt);
	}
}
