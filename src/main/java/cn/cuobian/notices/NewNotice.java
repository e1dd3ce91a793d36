package cn.cuobian.notices;

import java.time.Instant;

/**
 * What is to be published.
 *
 * @param subject what it is about, such as {@code election:5}
 * @param kind its words stand in the messages under {@code notices.kind.<kind>}
 * @param place code of the place whose people it concerns
 * @param body plain text, in paragraphs
 * @param basis law, provincial rule or local programme it follows
 * @param shownAt where it hangs, besides here
 * @param ends when objections are no longer taken
 * @param objectable whether it is a 公示, to which people object, and not a 公告, which only tells
 */
public record NewNotice(String subject, String kind, String place, String title, String body, String basis, String shownAt, Instant ends,
		boolean objectable) {
}
