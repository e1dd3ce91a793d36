package cn.cuobian.design;

import java.time.Instant;

/**
 * One saving of one file of a draft.
 *
 * @param digest null where the file was taken out
 */
record Revision(String path, int revision, String digest, Instant changed, long changedBy) {
}
