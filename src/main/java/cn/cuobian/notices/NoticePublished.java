package cn.cuobian.notices;

/** Everybody can read it from now on. */
public record NoticePublished(long noticeId, String subject, String kind, String place) {
}
