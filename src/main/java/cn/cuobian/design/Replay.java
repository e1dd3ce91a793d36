package cn.cuobian.design;

import java.time.Instant;

/**
 * What a scenario came to on one saving of a draft.
 *
 * @param words empty when it passed; else the step that went another way, and how
 * @param walked what was walked now, as far as it came
 * @param reason why the difference is wanted; null where nobody said so
 */
record Replay(long scenario, long draft, int revision, boolean passed, String words, Recording walked, long millis, String reason, Instant at) {
}
