package cn.cuobian.votes;

/**
 * A unit as a roll keeps it.
 *
 * @param area in 0.01 m²
 * @param unsold or not handed over
 * @param head null in a draft, and for a parking space that does not count
 * @param hash of its line, null in a draft
 */
record RollUnit(long id, String code, String building, long area, UnitUse use, boolean unsold, Long head, String hash) {
}
