package cn.cuobian.votes;

import java.util.List;

import cn.cuobian.vault.Sha256;

/**
 * A unit as the fingerprint covers it. The salt stands on the owner's notice only: without it nobody can try names
 * against the published hashes.
 *
 * @param salt 16 hexadecimal digits
 * @param area in 0.01 m²
 * @param owners names in the order of the roll
 */
record RollLine(long unit, String code, UnitUse use, long area, boolean unsold, String salt, List<String> owners) {

	/** What is hashed: an owner can write it down himself. */
	public String text() {
		return String.join("|", salt, code, use.name(), String.valueOf(area), String.valueOf(unsold), String.join("、", owners));
	}

	String hash() {
		return Sha256.hex(text());
	}
}
