package cn.cuobian.forms;

/** One answer that came too late, to be copied. */
public record Kept(String key, String label, String text) {
}
