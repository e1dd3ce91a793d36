package cn.cuobian.notices;

/**
 * An election officer answered an objection.
 *
 * @param answer his words, which the public page shows
 * @param by person
 */
public record ObjectionDecided(long objectionId, long noticeId, boolean upheld, String answer, long by) {
}
