package cn.cuobian.design;

import java.time.Instant;

/**
 * A trial run of one saving of a draft.
 *
 * @param words what was walked, or why it failed; in the language of who asked for it
 * @param millis how long it took
 */
record Trial(long draft, int revision, boolean passed, String words, long millis, Instant at) {
}
