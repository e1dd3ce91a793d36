package cn.cuobian.notices;

/**
 * Somebody objects; an election officer has to answer.
 *
 * @param title of the notice
 */
public record ObjectionMade(long objectionId, long noticeId, String subject, String place, String title) {
}
