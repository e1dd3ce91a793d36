package cn.cuobian.figures;

import java.time.Instant;

/**
 * The frozen figures of a month and place.
 *
 * @param edition 1 for what was frozen when the month was over
 * @param reason  why a later edition was recorded; null for the first
 */
record Snapshot(int edition, Kpi kpi, Instant madeAt, String reason) {
}
