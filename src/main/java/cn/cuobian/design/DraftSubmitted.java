package cn.cuobian.design;

/** A draft waits for an approver. */
public record DraftSubmitted(long draft, String bundle, String title, long author) {
}
