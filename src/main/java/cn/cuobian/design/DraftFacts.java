package cn.cuobian.design;

import java.time.Instant;

/**
 * A draft without its files.
 *
 * @param base the version of the bundle on which it is drawn
 * @param limitsBase the version of the bundle of clocks whose time limits it carries along
 * @param contains the newest version brought along by the program that is worked in
 * @param revision counts the savings
 * @param reason why the bundle is to change, as said when it was submitted; null before
 * @param approver who approved; null before
 * @param decision his words; null before
 */
record DraftFacts(long id, String bundle, int base, int limitsBase, int contains, String title, DraftState state, long author,
		Instant created, Instant changed, long changedBy, int revision, String reason, Instant submitted, Long approver,
		Instant decided, String decision) {
}
