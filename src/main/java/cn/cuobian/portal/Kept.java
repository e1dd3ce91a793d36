package cn.cuobian.portal;

/** One answer that came too late, to be copied. */
record Kept(String key, String label, String text) {
}
