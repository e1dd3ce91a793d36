package cn.cuobian.votes;

/**
 * The roll is fixed and its numbers are public from now on.
 *
 * @param area in 0.01 m²
 */
public record RollFrozen(long rollId, String place, int units, int heads, long area, String fingerprint) {
}
