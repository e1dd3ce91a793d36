package cn.cuobian.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/**
 * Brings into a draft what was published, or came with the program, since it was begun. Files that the draft left alone
 * follow; for files that were changed on both sides the designer says which one stays.
 */
@Component
class Takeover {

	private final Drafts drafts;
	private final DraftFiles files;
	private final DraftTable table;
	private final VersionRows versions;
	private final DraftRecord record;
	private final TransactionOperations transactions;

	Takeover(Drafts drafts, DraftFiles files, DraftTable table, VersionRows versions, DraftRecord record, TransactionOperations transactions) {
		this.drafts = drafts;
		this.files = files;
		this.table = table;
		this.versions = versions;
		this.record = record;
		this.transactions = transactions;
	}

	/** Which of two changed files stays. */
	enum Side { MINE, THEIRS }

	/**
	 * What can be taken over.
	 *
	 * @param version the newer one of the bundle, or of the time limits when only these are newer
	 * @param base the version of the bundle on which the draft stands afterwards
	 * @param limits the version of the clocks on which its time limits stand afterwards
	 * @param contains the newest version brought along by the program that is worked in afterwards
	 * @param ancestor digest by path of what both sides began with
	 * @param theirs digest by path of the newer version
	 * @param follow files that simply become the newer ones
	 * @param both files that were changed on both sides
	 */
	record Offer(BundleVersion version, int base, int limits, int contains, Map<String, String> ancestor, Map<String, String> theirs,
			Set<String> follow, List<String> both) {
	}

	/** Whether the draft may not be published before it has taken over what is in force. */
	boolean isOutdated(DraftFacts draft) {
		return current(draft.bundle()).version() != draft.base()
				|| files.changed(draft).contains(Paths.LIMITS) && !Objects.equals(limits(draft.limitsBase()), limits(current(Paths.CLOCKS).version()));
	}

	/** What is in force by now and was not when the draft began; else what came with the program since. */
	Optional<Offer> offer(DraftFacts draft) {
		var current = current(draft.bundle());
		var clocks = current(Paths.CLOCKS);
		var limitsAreNewer = !Objects.equals(limits(draft.limitsBase()), limits(clocks.version()));
		if (current.version() != draft.base() || limitsAreNewer) {
			return Optional.of(offer(draft, current.version() == draft.base() ? clocks : current, current.version(), clocks.version(),
					Math.max(draft.contains(), current.contains()), files.base(draft), files.base(draft.bundle(), current.version(), clocks.version())));
		}
		return versions.shipped(draft.bundle()).filter(shipped -> shipped.version() > draft.contains()).map(shipped -> shipped(draft, shipped));
	}

	private Offer shipped(DraftFacts draft, BundleVersion shipped) {
		var ancestor = withOwnLimits(draft, versions.digests(draft.bundle(), draft.contains()));
		var theirs = withOwnLimits(draft, versions.digests(draft.bundle(), shipped.version()));
		return offer(draft, shipped, draft.base(), draft.limitsBase(), shipped.version(), ancestor, theirs);
	}

	/** A version of the program is one bundle; the draft's copy of the limits is not touched by it. */
	private Map<String, String> withOwnLimits(DraftFacts draft, Map<String, String> digests) {
		Map<String, String> with = new TreeMap<>(digests);
		if (!draft.bundle().equals(Paths.CLOCKS)) {
			with.put(Paths.LIMITS, files.now(draft).get(Paths.LIMITS));
		}
		return with;
	}

	private Offer offer(DraftFacts draft, BundleVersion version, int base, int limits, int contains, Map<String, String> ancestor, Map<String, String> theirs) {
		var ours = files.now(draft);
		Set<String> changedThere = DraftFiles.different(ancestor, theirs);
		Set<String> changedHere = DraftFiles.different(ancestor, ours);
		Set<String> follow = new TreeSet<>(changedThere);
		follow.removeAll(changedHere);
		var both = changedThere.stream().filter(changedHere::contains).filter(path -> !Objects.equals(ours.get(path), theirs.get(path))).sorted().toList();
		return new Offer(version, base, limits, contains, ancestor, theirs, follow, both);
	}

	/**
	 * @param basedOn the revision of the draft that he was shown
	 * @param choices for every file that was changed on both sides
	 * @return the new revision
	 * @throws Refusal 404 when there is nothing to take over, 422 when a choice is missing, 409 as {@link Drafts#save}
	 */
	int takeOver(long id, int basedOn, Map<String, Side> choices, Viewer viewer) {
		var draft = drafts.of(id);
		StudioRights.draws(viewer);
		return transactions.execute(taking -> {
			drafts.unchangedSince(draft, basedOn);
			var offer = offer(draft).orElseThrow(Refusal::notFound);
			var wanted = merged(offer, files.now(draft), choices);
			table.rebase(id, offer.base(), offer.limits(), offer.contains());
			var revision = drafts.put(draft, wanted, viewer);
			record.add(id, Act.Kind.TAKEN_OVER, viewer, String.valueOf(offer.version().version()));
			return revision;
		});
	}

	private static Map<String, String> merged(Offer offer, Map<String, String> ours, Map<String, Side> choices) {
		List<String> unsaid = new ArrayList<>(offer.both());
		unsaid.removeAll(choices.keySet());
		if (!unsaid.isEmpty()) {
			throw new Refusal("design.draft-choose", String.join(", ", unsaid));
		}
		Set<String> theirs = new HashSet<>(offer.follow());
		offer.both().stream().filter(path -> choices.get(path) == Side.THEIRS).forEach(theirs::add);
		Map<String, String> merged = new TreeMap<>(ours);
		merged.keySet().removeAll(theirs);
		theirs.stream().filter(offer.theirs()::containsKey).forEach(path -> merged.put(path, offer.theirs().get(path)));
		return merged;
	}

	private BundleVersion current(String bundle) {
		return versions.current(bundle).orElseThrow(Refusal::notFound);
	}

	private String limits(int version) {
		return versions.digests(Paths.CLOCKS, version).get(Paths.LIMITS);
	}
}
