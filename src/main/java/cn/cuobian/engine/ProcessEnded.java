package cn.cuobian.engine;

/**
 * A procedure came to one of its ends.
 *
 * @param endElementId the end event it reached; null when it was ended from outside
 */
public record ProcessEnded(String subject, String modelKey, String endElementId) {
}
