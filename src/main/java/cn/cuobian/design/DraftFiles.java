package cn.cuobian.design;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

/** Which files a draft holds: those of its base, with what was saved since laid over them. */
@Component
class DraftFiles {

	private final VersionRows versions;
	private final RevisionRows revisions;

	DraftFiles(VersionRows versions, RevisionRows revisions) {
		this.versions = versions;
		this.revisions = revisions;
	}

	/** Digest by path of what the draft began with, the time limits among them. */
	Map<String, String> base(DraftFacts draft) {
		return base(draft.bundle(), draft.base(), draft.limitsBase());
	}

	Map<String, String> base(String bundle, int version, int limits) {
		Map<String, String> base = new TreeMap<>(versions.digests(bundle, version));
		var table = versions.digests(Paths.CLOCKS, limits).get(Paths.LIMITS);
		if (table != null) {
			base.put(Paths.LIMITS, table);
		}
		return base;
	}

	/** Digest by path as the draft stands. */
	Map<String, String> now(DraftFacts draft) {
		return at(draft, draft.revision());
	}

	/** Digest by path as the draft stood after the given saving. */
	Map<String, String> at(DraftFacts draft, int revision) {
		Map<String, String> files = base(draft);
		revisions.latest(draft.id(), revision).forEach(saved -> {
			if (saved.digest() == null) {
				files.remove(saved.path());
			} else {
				files.put(saved.path(), saved.digest());
			}
		});
		return files;
	}

	/** Paths of the files that differ from the base: changed, added and taken out ones. */
	Set<String> changed(DraftFacts draft) {
		return different(base(draft), now(draft));
	}

	static Set<String> different(Map<String, String> one, Map<String, String> other) {
		Set<String> paths = new HashSet<>(one.keySet());
		paths.addAll(other.keySet());
		paths.removeIf(path -> Objects.equals(one.get(path), other.get(path)));
		return paths;
	}
}
