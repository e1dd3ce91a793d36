package cn.cuobian.matters;

/**
 * A clean file as it is kept: in its row or in the store.
 *
 * @param sha256  of the clean file, in hexadecimal
 * @param content null if it lies in the store
 * @param object  the name it lies under in the store, null if it lies in its row
 */
record KeptFile(String name, String mediaType, long size, String sha256, byte[] content, String object) {
}
