package cn.cuobian.supervision;

/**
 * A supervisor put a matter under special supervision (挂牌督办), or lifted it. Published in the transaction that recorded it.
 *
 * @param listed whether it is under special supervision now
 */
public record PutUnderSupervision(long clockId, String subject, String number, String taskId, boolean listed, String words, long by) {
}
