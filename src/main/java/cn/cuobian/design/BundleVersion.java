package cn.cuobian.design;

import java.time.Instant;

/**
 * One version of a bundle, as a whole.
 *
 * @param author null for what the program brought along, as is the approver
 * @param contains the newest version brought along by the program that is worked into this one
 * @param draft from which it was published, or null
 * @param deployment the engine's id of what was deployed, null for what the program brought along
 * @param digest SHA-256 over the names and digests of all files
 */
record BundleVersion(String bundle, int version, Origin origin, String title, String reason, Long author, Long approver,
		Instant published, String digest, int contains, Long draft, String deployment) {

	/** Where a version comes from. */
	enum Origin { SHIPPED, STUDIO }

	public boolean isShipped() {
		return origin == Origin.SHIPPED;
	}
}
