package cn.cuobian.notices;

/**
 * A notice hung out its time and every objection is decided.
 *
 * @param objections how many there were
 * @param upheld how many of them were right
 */
public record NoticeOver(long noticeId, String subject, String kind, int objections, int upheld) {
}
