package cn.cuobian.clocks;

/** More time was asked for and refused. Published in the transaction that recorded it. */
public record ExtensionRefused(long clockId, String subject, String code, String taskId, String words, long by) {
}
