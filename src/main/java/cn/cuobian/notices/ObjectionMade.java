package cn.cuobian.notices;

/** Somebody objects; an election officer has to answer. */
public record ObjectionMade(long objectionId, long noticeId, String subject, String place) {
}
