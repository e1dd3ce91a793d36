package cn.cuobian.votes;

/** A file on its way into a roll. */
record RollUpload(String id, long roll, int edition, byte[] content, Declared declared) {
}
