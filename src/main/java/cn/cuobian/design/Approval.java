package cn.cuobian.design;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Four eyes: a draft goes to somebody who had no hand in it, and comes back approved or with words. */
@Component
class Approval {

	private final Drafts drafts;
	private final DraftFiles files;
	private final DraftTable table;
	private final Lint lint;
	private final Takeover takeover;
	private final DraftRecord record;
	private final TransactionOperations transactions;
	private final ApplicationEventPublisher events;
	private final Clock clock;

	Approval(Drafts drafts, DraftFiles files, DraftTable table, Lint lint, Takeover takeover, DraftRecord record,
			TransactionOperations transactions, ApplicationEventPublisher events, Clock clock) {
		this.drafts = drafts;
		this.files = files;
		this.table = table;
		this.lint = lint;
		this.takeover = takeover;
		this.record = record;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Hands a draft to the approvers; until it comes back nobody draws on it.
	 *
	 * @param revision what he was shown
	 * @throws Refusal 422 for a draft without a change or with findings, 409 when it was changed meanwhile or stands on an
	 *                 older version
	 */
	void submit(long id, int revision, String reason, Viewer viewer) {
		var draft = drafts.of(id);
		StudioRights.draws(viewer);
		var why = Words.required("reason", reason, "design.draft-no-reason");
		complete(draft);
		transactions.executeWithoutResult(submitting -> {
			happened(table.submit(id, revision, why, clock.instant()));
			record.add(id, Act.Kind.SUBMITTED, viewer, why);
			events.publishEvent(new DraftSubmitted(id, draft.bundle(), draft.title(), draft.author()));
		});
	}

	private void complete(DraftFacts draft) {
		if (files.changed(draft).isEmpty()) {
			throw new Refusal("design.draft-nothing-changed");
		}
		if (takeover.isOutdated(draft)) {
			throw new Refusal("design.draft-outdated").status(HttpStatus.CONFLICT);
		}
		var found = lint.of(draft.id());
		if (!found.isEmpty()) {
			throw new Refusal("design.draft-has-findings", found.size());
		}
	}

	/** Fetches a submitted or approved draft back, to draw on. */
	void takeBack(long id, Viewer viewer) {
		drafts.of(id);
		StudioRights.draws(viewer);
		transactions.executeWithoutResult(taking -> {
			happened(table.reopen(id, DraftState.OPEN));
			record.add(id, Act.Kind.TAKEN_BACK, viewer, "");
		});
	}

	/** Gives a draft up for good. */
	void withdraw(long id, Viewer viewer) {
		drafts.of(id);
		StudioRights.draws(viewer);
		transactions.executeWithoutResult(withdrawing -> {
			happened(table.withdraw(id));
			record.add(id, Act.Kind.WITHDRAWN, viewer, "");
		});
	}

	/**
	 * @param revision what he was shown
	 * @throws Refusal 403 for everybody who had a hand in it, 409 when it was changed or decided meanwhile
	 */
	void approve(long id, int revision, String words, Viewer viewer) {
		var draft = drafts.of(id);
		StudioRights.decides(viewer, drafts.hands(draft));
		var said = Words.optional("words", words);
		transactions.executeWithoutResult(approving -> {
			happened(table.approve(id, revision, viewer.personId(), said, clock.instant()));
			record.add(id, Act.Kind.APPROVED, viewer, said);
			events.publishEvent(new DraftDecided(id, draft.bundle(), draft.title(), draft.author(), true));
		});
	}

	/** Back to who drew it, with words that say what to change. */
	void giveBack(long id, String words, Viewer viewer) {
		var draft = drafts.of(id);
		StudioRights.decides(viewer, drafts.hands(draft));
		var said = Words.required("words", words, "design.draft-no-words");
		transactions.executeWithoutResult(returning -> {
			happened(table.reopen(id, DraftState.RETURNED));
			record.add(id, Act.Kind.RETURNED, viewer, said);
			events.publishEvent(new DraftDecided(id, draft.bundle(), draft.title(), draft.author(), false));
		});
	}

	private static void happened(boolean happened) {
		if (!happened) {
			throw new Refusal("design.draft-moved-on").status(HttpStatus.CONFLICT);
		}
	}
}
