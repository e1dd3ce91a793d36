package cn.cuobian.design;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** What designers work on. Every saving is kept; nothing here reaches the engine. */
@Component("designDrafts")
class Drafts {

	private static final int LONGEST_TITLE = 200;

	private final DraftTable table;
	private final DraftFiles files;
	private final RevisionRows revisions;
	private final PlacementRows placements;
	private final Bundles bundles;
	private final Contents contents;
	private final People people;
	private final TransactionOperations transactions;
	private final Clock clock;

	Drafts(DraftTable table, DraftFiles files, RevisionRows revisions, PlacementRows placements, Bundles bundles, Contents contents, People people,
			TransactionOperations transactions, Clock clock) {
		this.table = table;
		this.files = files;
		this.revisions = revisions;
		this.placements = placements;
		this.bundles = bundles;
		this.contents = contents;
		this.people = people;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** A draft that begins with the version in force. */
	long begin(String bundle, String title, Viewer viewer) {
		var current = bundles.current(bundle);
		StudioRights.draws(viewer);
		var limits = bundles.current(Paths.CLOCKS).version();
		var now = clock.instant();
		return table.insert(new DraftFacts(0, bundle, current.version(), limits, current.contains(), title(title), DraftState.OPEN,
				viewer.personId(), now, now, viewer.personId(), 0, null, null, null, null, null));
	}

	/** A draft that leads back to an older version: its files, drawn on the version in force. */
	long beginFrom(String bundle, int version, String title, Viewer viewer) {
		bundles.version(bundle, version);
		return transactions.execute(beginning -> {
			var id = begin(bundle, title, viewer);
			var older = new HashMap<>(bundles.digests(bundle, version));
			if (!bundle.equals(Paths.CLOCKS)) {
				older.put(Paths.LIMITS, files.base(of(id)).get(Paths.LIMITS));
			}
			put(of(id), older, viewer);
			return id;
		});
	}

	/** @throws Refusal 404 */
	DraftFacts of(long id) {
		return table.find(id).orElseThrow(Refusal::notFound);
	}

	/** Those of a bundle that are not over. */
	List<DraftFacts> alive(String bundle) {
		return table.alive(bundle);
	}

	/** Those that were published or given up last. */
	List<DraftFacts> over(String bundle, int most) {
		return table.over(bundle, most);
	}

	/** All files of the draft: those of its bundle, and its copy of the time limits. */
	List<ModelFile> files(long id) {
		return Paths.files(contents.read(files.now(of(id))));
	}

	/** As {@link #files}, after an earlier saving. */
	List<ModelFile> files(long id, int revision) {
		return Paths.files(contents.read(files.at(of(id), revision)));
	}

	/** All models in force, with the files of the draft in their places. */
	List<ModelFile> house(long id) {
		return Paths.files(contents.read(houseDigests(of(id))));
	}

	private Map<String, String> houseDigests(DraftFacts draft) {
		var house = new HashMap<>(bundles.currentDigests());
		house.keySet().removeIf(path -> Paths.bundle(path).equals(draft.bundle()));
		var now = files.now(draft);
		if (!draft.bundle().equals(Paths.CLOCKS) && !files.changed(draft).contains(Paths.LIMITS)) {
			now.remove(Paths.LIMITS); // a copy that he did not touch is not his: others may have published newer limits
		}
		house.putAll(now);
		return house;
	}

	/** @throws Refusal 404 for a file that the draft does not hold */
	byte[] content(long id, String path) {
		var digest = files.now(of(id)).get(path);
		if (digest == null) {
			throw Refusal.notFound();
		}
		return contents.read(digest);
	}

	/**
	 * Saves one file. Two people may work on different files of a draft; on the same file the second is told.
	 *
	 * @param basedOn the revision of the draft that he was shown
	 * @return the new revision; the old one when the file is as it was
	 * @throws Refusal 409 when somebody else saved the file meanwhile, or the draft is no longer drawn on; 413, 422 for
	 *                 what is no model, table or form
	 */
	int save(long id, int basedOn, String path, byte[] content, Viewer viewer) {
		var draft = of(id);
		StudioRights.draws(viewer);
		belongs(draft, path);
		Storable.check(path, content);
		unique(draft, path);
		var digest = contents.keep(content);
		if (digest.equals(files.now(draft).get(path)) && draft.state().isEditable()) {
			return draft.revision();
		}
		return transactions.execute(saving -> keep(draft, basedOn, path, digest, viewer));
	}

	/**
	 * Takes a file out. A drawing or a table that is in force stays: the program calls it by its name.
	 *
	 * @throws Refusal as {@link #save}
	 */
	int remove(long id, int basedOn, String path, Viewer viewer) {
		var draft = of(id);
		StudioRights.draws(viewer);
		content(id, path);
		if (!Paths.kind(path).equals("form") && files.base(draft).containsKey(path)) {
			throw new Refusal("design.draft-model-stays", Paths.name(path));
		}
		return transactions.execute(removing -> keep(draft, basedOn, path, null, viewer));
	}

	/**
	 * Brings all files back to where they were after an earlier saving; what came since stays in the history.
	 *
	 * @throws Refusal 404 for a revision that never was; else as {@link #save}
	 */
	int restore(long id, int basedOn, int revision, Viewer viewer) {
		var draft = of(id);
		StudioRights.draws(viewer);
		if (revision < 0 || revision > draft.revision()) {
			throw Refusal.notFound();
		}
		return transactions.execute(restoring -> {
			unchangedSince(draft, basedOn);
			return put(draft, files.at(draft, revision), viewer);
		});
	}

	/** Makes the files those given, by saving what differs; returns the revision. */
	int put(DraftFacts draft, Map<String, String> wanted, Viewer viewer) {
		hold(draft, viewer);
		var held = of(draft.id());
		var now = files.now(held);
		DraftFiles.different(now, wanted)
				.forEach(path -> revisions.insert(held.id(), new Revision(path, held.revision(), wanted.get(path), held.changed(), viewer.personId())));
		return held.revision();
	}

	private int keep(DraftFacts draft, int basedOn, String path, String digest, Viewer viewer) {
		hold(draft, viewer);
		var held = of(draft.id());
		revisions.since(draft.id(), path, basedOn).stream().findFirst().ifPresent(saved -> {
			throw meanwhile(saved.changedBy(), Paths.name(path));
		});
		revisions.insert(draft.id(), new Revision(path, held.revision(), digest, held.changed(), viewer.personId()));
		return held.revision();
	}

	/** Until the end of the transaction nobody else saves. */
	private void hold(DraftFacts draft, Viewer viewer) {
		if (!table.touch(draft.id(), viewer.personId(), clock.instant())) {
			throw new Refusal("design.draft-not-open").status(HttpStatus.CONFLICT);
		}
	}

	/** @throws Refusal 409 */
	void unchangedSince(DraftFacts draft, int basedOn) {
		var now = of(draft.id());
		if (now.revision() != basedOn) {
			throw meanwhile(now.changedBy(), now.title());
		}
	}

	private Refusal meanwhile(long person, String what) {
		return new Refusal("design.draft-saved-meanwhile", people.nameOf(person), what).status(HttpStatus.CONFLICT);
	}

	/** Everybody who began it, saved something in it or said where open matters go. */
	Set<Long> hands(DraftFacts draft) {
		Set<Long> hands = new HashSet<>(revisions.hands(draft.id()));
		placements.of(draft.id()).forEach(placement -> hands.add(placement.person()));
		hands.add(draft.author());
		hands.add(draft.changedBy());
		return hands;
	}

	private static void belongs(DraftFacts draft, String path) {
		if (path.indexOf('/') < 0 || !path.equals(Paths.LIMITS) && !Paths.bundle(path).equals(draft.bundle())) {
			throw new Refusal("design.draft-other-bundle", path);
		}
	}

	/** The engine and the program know a drawing or a table by its key alone, whatever bundle it lies in. */
	private void unique(DraftFacts draft, String path) {
		bundles.currentDigests().keySet().stream().filter(other -> !Paths.bundle(other).equals(draft.bundle()) && !other.equals(path))
				.filter(other -> Paths.name(other).equals(Paths.name(path)) && !Paths.kind(path).equals("form")).findFirst().ifPresent(other -> {
					throw new Refusal("design.draft-key-taken", Paths.key(path), Paths.bundle(other));
				});
	}

	private static String title(String title) {
		var plain = title == null ? "" : title.strip();
		if (plain.isEmpty()) {
			throw Refusal.onField("title", "design.draft-no-title");
		}
		if (plain.length() > LONGEST_TITLE) {
			throw Refusal.onField("title", "design.draft-title-too-long", LONGEST_TITLE);
		}
		return plain;
	}
}
