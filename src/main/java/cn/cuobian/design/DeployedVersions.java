package cn.cuobian.design;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.springframework.stereotype.Component;

import cn.cuobian.engine.Moving;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.vault.Sha256;

/**
 * Which version of a bundle each of the engine's deployments is. What people published names its deployment; what the
 * program brought along is known by its files.
 */
@Component
class DeployedVersions {

	private final Bundles bundles;
	private final Moving moving;
	/** Of what the program deployed at its start: digest by deployment, oldest first. Later it deploys nothing. */
	private final ConcurrentMap<String, Map<String, String>> brought = new ConcurrentHashMap<>();

	DeployedVersions(Bundles bundles, Moving moving) {
		this.bundles = bundles;
		this.moving = moving;
	}

	/** Version by deployment; deployments that are older than the first version are missing. */
	Map<String, Integer> of(String bundle) {
		Map<String, Integer> numbers = new HashMap<>();
		List<BundleVersion> versions = bundles.versions(bundle);
		brought(bundle).forEach((deployment, digest) -> shipped(versions, digest).ifPresent(version -> numbers.put(deployment, version.version())));
		versions.stream().filter(version -> version.deployment() != null).forEach(version -> numbers.put(version.deployment(), version.version()));
		return numbers;
	}

	/** The engine's id of a version; empty for one that never was deployed. */
	Optional<String> deployment(BundleVersion version) {
		return version.deployment() != null ? Optional.of(version.deployment())
				: brought(version.bundle()).entrySet().stream().filter(each -> each.getValue().equals(version.digest())).map(Map.Entry::getKey)
						.reduce((older, newer) -> newer);
	}

	/** Newest first: a later release may have brought the same files again. */
	private static Optional<BundleVersion> shipped(List<BundleVersion> versions, String digest) {
		return versions.stream().filter(version -> version.isShipped() && version.digest().equals(digest)).findFirst();
	}

	private Map<String, String> brought(String bundle) {
		return brought.computeIfAbsent(bundle, room -> {
			Map<String, String> digests = new LinkedHashMap<>();
			moving.brought(room).forEach((deployment, files) -> digests.put(deployment, digest(files)));
			return digests;
		});
	}

	private static String digest(List<ModelFile> files) {
		Map<String, String> digests = new TreeMap<>();
		files.forEach(file -> digests.put(file.path(), Sha256.hex(file.content())));
		return VersionRows.digest(digests);
	}
}
