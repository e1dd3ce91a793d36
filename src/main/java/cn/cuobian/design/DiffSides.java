package cn.cuobian.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.refusals.Refusal;

/** The states between which one can compare, each with the table of time limits that holds or held beside it. */
@Component
class DiffSides {

	/** What a draft began with, what is in force, and the draft as it is; any other state is the number of a saving. */
	static final String BASE = "base";
	static final String FORCE = "force";
	static final String NOW = "now";

	private final Bundles bundles;
	private final DraftFiles files;
	private final Contents contents;

	DiffSides(Bundles bundles, DraftFiles files, Contents contents) {
		this.bundles = bundles;
		this.files = files;
		this.contents = contents;
	}

	/** All states of a draft, in the order in which they came. */
	static List<String> of(DraftFacts draft) {
		return Stream.of(Stream.of(BASE, FORCE), IntStream.range(1, draft.revision()).mapToObj(String::valueOf), Stream.of(NOW)).flatMap(each -> each).toList();
	}

	/** @throws Refusal 404 for a state that the draft never had */
	List<ModelFile> files(DraftFacts draft, String state) {
		return Paths.files(contents.read(digests(draft, state)));
	}

	/** The draft beside what is in force: a table of limits that it carries along untouched is not its own. */
	List<ModelFile> besideForce(DraftFacts draft, String state) {
		var digests = digests(draft, state);
		if (!draft.bundle().equals(Paths.CLOCKS) && digests.get(Paths.LIMITS).equals(files.base(draft).get(Paths.LIMITS))) {
			digests.put(Paths.LIMITS, bundles.currentDigests().get(Paths.LIMITS));
		}
		return Paths.files(contents.read(digests));
	}

	private Map<String, String> digests(DraftFacts draft, String state) {
		return new HashMap<>(switch (state) {
			case BASE -> files.base(draft);
			case FORCE -> files.base(draft.bundle(), bundles.current(draft.bundle()).version(), bundles.current(Paths.CLOCKS).version());
			case NOW -> files.now(draft);
			default -> files.at(draft, revision(draft, state));
		});
	}

	private static int revision(DraftFacts draft, String state) {
		if (!state.matches("[0-9]{1,9}") || Integer.parseInt(state) > draft.revision()) {
			throw Refusal.notFound();
		}
		return Integer.parseInt(state);
	}

	/** @throws Refusal 404 for a version that does not exist */
	List<ModelFile> files(String bundle, int version) {
		var found = bundles.version(bundle, version);
		var all = new ArrayList<>(bundles.files(bundle, version));
		if (!bundle.equals(Paths.CLOCKS)) {
			all.addAll(bundles.files(Paths.CLOCKS, limits(found)).stream().filter(file -> file.path().equals(Paths.LIMITS)).toList());
		}
		return all;
	}

	/** The version of the time limits that held beside it; the first one for what was recorded before any. */
	private int limits(BundleVersion beside) {
		var versions = bundles.versions(Paths.CLOCKS);
		var until = versions.stream().filter(version -> !version.published().isAfter(beside.published()) || isTogether(version, beside)).toList();
		return until.stream().filter(version -> !version.isShipped()).findFirst().or(() -> until.stream().findFirst())
				.orElseGet(() -> versions.get(versions.size() - 1)).version();
	}

	/** One draft publishes both, one a moment after the other. */
	private static boolean isTogether(BundleVersion limits, BundleVersion beside) {
		return limits.draft() != null && limits.draft().equals(beside.draft());
	}
}
