package cn.cuobian.design;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/**
 * Begins a designer's play from his drawing tool, which waits five seconds for an answer, while a twin may take longer to
 * start: then the play goes on beginning, and the page shows it when it is there.
 */
@Component
class DeskPlay {

	private static final String PLACE = "place";
	private static final long PATIENCE_SECONDS = 4;
	private static final int AT_ONCE = 3;

	private final DryRuns runs;
	private final Drafts drafts;
	private final Twins twins;
	private final Clock clock;
	private final ExecutorService beginning = new ThreadPoolExecutor(0, AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), work -> {
		var thread = new Thread(work, "desk-play");
		thread.setDaemon(true);
		return thread;
	});

	DeskPlay(DryRuns runs, Drafts drafts, Twins twins, Clock clock) {
		this.runs = runs;
		this.drafts = drafts;
		this.twins = twins;
		this.clock = clock;
	}

	/** The tool deploys first and starts a moment later. */
	void warm() {
		twins.warm();
	}

	/** @throws Refusal for a procedure that nothing leads to, and for facts with which no play begins */
	void begin(DraftFacts draft, String procedure, Map<String, String> facts, Viewer viewer) {
		for (String name : facts.keySet()) {
			if (!name.equals(PLACE)) {
				throw new Refusal("design.desk-fact", name);
			}
		}
		var language = LocaleContextHolder.getLocale();
		wait(beginning(() -> {
			LocaleContextHolder.setLocale(language);
			runs.begin(draft.id(), starts -> new Starts(drafts.house(draft.id())).leadingTo(procedure, facts.get(PLACE), starts)
					.orElseThrow(() -> new Refusal("design.desk-no-start", procedure)), clock.instant(), viewer);
		}));
	}

	private Future<?> beginning(Runnable work) {
		try {
			return beginning.submit(work);
		} catch (RejectedExecutionException full) {
			throw new Refusal("design.dry-twins-busy", AT_ONCE).status(HttpStatus.SERVICE_UNAVAILABLE);
		}
	}

	private static void wait(Future<?> begun) {
		try {
			begun.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		} catch (TimeoutException stillBeginning) {
			// the page of the play shows what comes of it
		} catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		} catch (ExecutionException failed) {
			throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed.getCause());
		}
	}

	@PreDestroy
	void end() {
		beginning.shutdownNow();
	}
}
