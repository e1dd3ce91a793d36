package cn.cuobian.votes;

/**
 * A frozen roll was corrected after an objection that was upheld; its numbers and its fingerprint are new, and the old
 * fingerprint stays on record.
 *
 * @param area in 0.01 m²
 */
public record RollCorrected(long rollId, String place, int units, int heads, long area, String fingerprint, String earlierFingerprint) {
}
