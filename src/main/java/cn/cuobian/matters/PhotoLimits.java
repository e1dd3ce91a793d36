package cn.cuobian.matters;

/** What may be attached to a matter. */
final class PhotoLimits {

	/** Files with one report or one comment. */
	static final int MAX_FILES = 10;
	/** Bytes of one file: 10 MB. */
	static final int MAX_BYTES = 10 * 1024 * 1024;
	/** Pixels of one picture, looked at before it is decoded: above this it is a bomb, not a photo. */
	static final long MAX_PIXELS = 40_000_000;
	/** A picture is kept with at most this many pixels on its longer side. */
	static final int KEPT_SIDE = 4_096;
	/** Longest file name kept, in characters. */
	static final int MAX_NAME = 120;

	private PhotoLimits() {
	}
}
