package cn.cuobian.matters;

/**
 * A file that may be kept: its type was found in its content, and a picture has lost everything but the picture.
 */
record CleanFile(String name, String mediaType, byte[] bytes) {
}
