package cn.cuobian.design;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** Rehearses moves in the background: one of each bundle at a time, the latest is kept. */
@Component
class Rehearsals {

	/** So many matters are rehearsed; more of the same shapes say nothing new. */
	static final int MOST = 1_000;

	private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);

	private final Bundles bundles;
	private final Moves moves;
	private final RehearsalStage stage;
	private final RefusalSentences sentences;
	private final Map<String, Rehearsal> latest = new ConcurrentHashMap<>();

	Rehearsals(Bundles bundles, Moves moves, RehearsalStage stage, RefusalSentences sentences) {
		this.bundles = bundles;
		this.moves = moves;
		this.stage = stage;
		this.sentences = sentences;
	}

	Optional<Rehearsal> of(String bundle) {
		return Optional.ofNullable(latest.get(bundle));
	}

	/** @throws Refusal 422 when nothing is to be moved, 409 while one is under way */
	Rehearsal begin(String bundle, Viewer viewer) {
		var rehearsal = prepared(bundle, viewer);
		var language = LocaleContextHolder.getLocale();
		var thread = new Thread(() -> run(bundle, rehearsal, language), "rehearsal-" + bundle);
		thread.setDaemon(true);
		thread.start();
		return rehearsal;
	}

	private synchronized Rehearsal prepared(String bundle, Viewer viewer) {
		DryPages.plays(viewer);
		if (of(bundle).filter(running -> !running.isOver()).isPresent()) {
			throw new Refusal("design.move-rehearsing").status(HttpStatus.CONFLICT);
		}
		long behind = moves.behind(bundle);
		if (behind == 0) {
			throw new Refusal("design.move-nothing-behind");
		}
		var rehearsal = new Rehearsal(bundles.current(bundle).version(), Math.min(MOST, behind));
		latest.put(bundle, rehearsal);
		return rehearsal;
	}

	void run(String bundle, Rehearsal rehearsal, Locale language) {
		LocaleContextHolder.setLocale(language);
		try {
			stage.play(bundle, rehearsal);
			rehearsal.end(null);
		} catch (Refusal refusal) {
			rehearsal.end(sentences.sentence(refusal, language));
		} catch (RuntimeException broken) {
			LOG.warn("The rehearsal of {} broke off", bundle, broken);
			rehearsal.end(String.valueOf(broken.getMessage()));
		} finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}
}
