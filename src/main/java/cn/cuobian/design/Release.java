package cn.cuobian.design;

import java.time.Clock;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.design.BundleVersion.Origin;
import cn.cuobian.engine.Publishing;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Puts an approved draft in force: the engine's deployment, the version and the record are one transaction. */
@Component
class Release {

	private static final String SOURCE = "studio";

	private final Drafts drafts;
	private final DraftFiles files;
	private final DraftTable table;
	private final VersionRows versions;
	private final Contents contents;
	private final Hurdles hurdles;
	private final Turn turn;
	private final DraftRecord record;
	private final Publishing publishing;
	private final TransactionOperations transactions;
	private final ApplicationEventPublisher events;
	private final Clock clock;

	Release(Drafts drafts, DraftFiles files, DraftTable table, VersionRows versions, Contents contents, Hurdles hurdles, Turn turn,
			DraftRecord record, Publishing publishing, TransactionOperations transactions, ApplicationEventPublisher events, Clock clock) {
		this.drafts = drafts;
		this.files = files;
		this.table = table;
		this.versions = versions;
		this.contents = contents;
		this.hurdles = hurdles;
		this.turn = turn;
		this.record = record;
		this.publishing = publishing;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Publishes the draft's bundle, and the time limits with it if the draft changed them.
	 *
	 * @return the new version of the bundle
	 * @throws Refusal 403 for everybody who had a hand in it, 409 when it is not approved (any more), 422 with all that
	 *                 stands against it; nothing is deployed or written then
	 */
	int publish(long id, Viewer viewer) {
		StudioRights.decides(viewer, drafts.hands(drafts.of(id)));
		try {
			return transactions.execute(publishing -> inTurn(id, viewer));
		} catch (PessimisticLockingFailureException somebodyElsePublishes) {
			throw new Refusal("design.draft-turn").status(HttpStatus.CONFLICT);
		}
	}

	private int inTurn(long id, Viewer viewer) {
		turn.take();
		var draft = drafts.of(id);
		if (draft.state() != DraftState.APPROVED || !table.publish(id)) {
			throw new Refusal("design.draft-not-approved").status(HttpStatus.CONFLICT);
		}
		var against = hurdles.against(draft);
		if (!against.isEmpty()) {
			throw new Refusal("design.draft-hurdles", String.join(" ", against));
		}
		record.add(id, Act.Kind.PUBLISHED, viewer, "");
		return deploy(draft);
	}

	private int deploy(DraftFacts draft) {
		Map<String, String> now = files.now(draft);
		var limits = now.get(Paths.LIMITS);
		var limitsChanged = files.changed(draft).contains(Paths.LIMITS) && !draft.bundle().equals(Paths.CLOCKS);
		now.keySet().removeIf(path -> !Paths.bundle(path).equals(draft.bundle()));
		var version = version(draft, draft.bundle(), now, draft.contains());
		if (limitsChanged) {
			var clocks = versions.current(Paths.CLOCKS).orElseThrow(Refusal::notFound);
			var all = versions.digests(Paths.CLOCKS, clocks.version());
			all.put(Paths.LIMITS, limits);
			version(draft, Paths.CLOCKS, all, clocks.contains());
		}
		return version;
	}

	private int version(DraftFacts draft, String bundle, Map<String, String> digests, int contains) {
		var number = versions.next(bundle);
		var deployment = publishing.publish(bundle, Paths.files(contents.read(digests)), SOURCE);
		versions.insert(new BundleVersion(bundle, number, Origin.STUDIO, draft.title(), draft.reason(), draft.author(), draft.approver(),
				clock.instant(), VersionRows.digest(digests), contains, draft.id(), deployment), digests);
		events.publishEvent(new BundlePublished(bundle, number, draft.id(), deployment));
		return number;
	}
}
