package cn.cuobian.design;

/**
 * An approver has decided.
 *
 * @param approved false when he gave it back
 */
public record DraftDecided(long draft, String bundle, String title, long author, boolean approved) {
}
