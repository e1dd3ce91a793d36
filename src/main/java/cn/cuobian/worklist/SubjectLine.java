package cn.cuobian.worklist;

/**
 * What a list shows of the thing a task is about. No personal data: a title is written by staff or taken from the kind.
 *
 * @param number what people call it by, e.g. {@code QZ-2026-000123}
 * @param kind code of its kind, or {@code null}
 * @param tier the rung it stands on: building, hall, meeting, leader; or {@code null}
 * @param placeCode where it is
 */
public record SubjectLine(String number, String title, String kind, String tier, String placeCode) {
}
