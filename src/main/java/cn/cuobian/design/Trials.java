package cn.cuobian.design;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.design.walk.Answer;
import cn.cuobian.design.walk.Answer.Start;
import cn.cuobian.design.walk.Order;
import cn.cuobian.design.walk.Order.Act;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/**
 * Lets each candidate run once by itself in a throw-away process, before it can be published: every way in, with
 * different answers, and with every deadline missed. What spins, multiplies or breaks is stopped there and said here.
 */
@Component
class Trials {

	private static final int ROUNDS = 3;

	private final Drafts drafts;
	private final Twins twins;
	private final TrialRows rows;
	private final TwinSettings settings;
	private final RefusalSentences sentences;
	private final MessageSource messages;
	private final Clock clock;

	Trials(Drafts drafts, Twins twins, TrialRows rows, TwinSettings settings, RefusalSentences sentences, MessageSource messages, Clock clock) {
		this.drafts = drafts;
		this.twins = twins;
		this.rows = rows;
		this.settings = settings;
		this.sentences = sentences;
		this.messages = messages;
		this.clock = clock;
	}

	/** What a trial run came to. */
	record Verdict(boolean passed, String words, long millis) {
	}

	/** Runs the draft as it is saved now, and keeps what came of it. @throws Refusal when no twin is to be had */
	Trial run(long id) {
		var draft = drafts.of(id);
		var verdict = judge(draft.bundle(), drafts.house(id));
		var trial = new Trial(id, draft.revision(), verdict.passed(), verdict.words(), verdict.millis(), clock.instant());
		rows.keep(trial);
		return trial;
	}

	boolean passed(long draft, int revision) {
		return of(draft, revision).filter(Trial::passed).isPresent();
	}

	Optional<Trial> of(long draft, int revision) {
		return rows.find(draft, revision);
	}

	/** The same for any models. */
	Verdict judge(String bundle, List<ModelFile> house) {
		try (Twin twin = twins.take(house)) {
			var run = new Run(twin, System.nanoTime());
			try {
				return run.through(new Starts(house).through(bundle, twin.ask(Order.plain(Act.STARTS)).starts()));
			} catch (Refusal lost) {
				return run.failed(sentences.sentence(lost, LocaleContextHolder.getLocale()));
			}
		} catch (Refusal refusal) {
			if (refusal.rule().equals("design.dry-not-loaded")) {
				return new Verdict(false, sentences.sentence(refusal, LocaleContextHolder.getLocale()), 0);
			}
			throw refusal;
		}
	}

	/** One trial run, within its time. */
	private final class Run {

		private final Twin twin;
		private final long began;
		private final List<String> walked = new ArrayList<>();

		Run(Twin twin, long began) {
			this.twin = twin;
			this.began = began;
		}

		private Verdict through(List<Start> starts) {
			Instant at = clock.instant();
			for (Start start : starts) {
				int steps = 0;
				for (int round = 0; round < ROUNDS; round++) {
					Answer answer = twin.ask(Order.tried(start.code(), start.place(), at, round), left());
					if (!answer.isGood()) {
						return failed(say("design.dry.trial.broken", name(start), answer.broken() == null ? answer.refused() : answer.broken()));
					}
					steps += answer.tour().steps() + answer.tour().jumps();
				}
				walked.add(say("design.dry.trial.walked", name(start), ROUNDS, steps));
			}
			return new Verdict(true, String.join(" ", walked), millis());
		}

		private Verdict failed(String words) {
			return new Verdict(false, words, millis());
		}

		/** What spins shows within the patience for one step; many honest walks on a busy machine need more in all. */
		private Duration left() {
			return Duration.ofMillis(Math.max(1, Math.min(settings.patience().toMillis(), settings.trial().toMillis() - millis())));
		}

		private long millis() {
			return (System.nanoTime() - began) / 1_000_000;
		}
	}

	private static String name(Start start) {
		return LocaleContextHolder.getLocale().getLanguage().equals("en") ? start.nameEn() : start.name();
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}
}
