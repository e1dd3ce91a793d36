package cn.cuobian.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.refusals.Refusal;

/** All bundles and all their versions. */
@Component
class Bundles {

	private final VersionRows versions;
	private final Contents contents;

	Bundles(VersionRows versions, Contents contents) {
		this.versions = versions;
		this.contents = contents;
	}

	List<Bundle> all() {
		return versions.bundles().stream().map(this::of).toList();
	}

	/** @throws Refusal 404 */
	Bundle of(String bundle) {
		var current = current(bundle);
		var shipped = versions.shipped(bundle).filter(version -> version.version() > current.contains());
		return new Bundle(bundle, current, shipped.orElse(null));
	}

	/** The version in force. */
	BundleVersion current(String bundle) {
		return versions.current(bundle).orElseThrow(Refusal::notFound);
	}

	/** Newest first. */
	List<BundleVersion> versions(String bundle) {
		return versions.of(bundle);
	}

	BundleVersion version(String bundle, int version) {
		return versions.find(bundle, version).orElseThrow(Refusal::notFound);
	}

	List<ModelFile> files(String bundle, int version) {
		return Paths.files(contents.read(versions.digests(bundle, version)));
	}

	/** Digest by path. */
	Map<String, String> digests(String bundle, int version) {
		return versions.digests(bundle, version);
	}

	/** All models that are in force, of all bundles. */
	List<ModelFile> currentHouse() {
		return Paths.files(contents.read(currentDigests()));
	}

	/** Digest by path of all that is in force. */
	Map<String, String> currentDigests() {
		Map<String, String> digests = new HashMap<>();
		versions.bundles().forEach(bundle -> digests.putAll(versions.digests(bundle, current(bundle).version())));
		return digests;
	}
}
