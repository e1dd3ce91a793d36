package cn.cuobian.design;

/**
 * A version is in force from this transaction on.
 *
 * @param deployment the engine's id
 */
public record BundlePublished(String bundle, int version, long draft, String deployment) {
}
