package cn.cuobian.matters;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads from a JPEG how the camera was held; anything odd counts as upright. */
final class ExifOrientation {

	static final int UPRIGHT = 1;
	/** Up to this position width and height stay what they are. */
	static final int LAST_UNTURNED = 4;

	private static final int LAST = 8;
	private static final int APP1 = 0xFFE1;
	private static final int START_OF_SCAN = 0xFFDA;
	private static final int TAG = 0x0112;
	private static final int ENTRY_BYTES = 12;
	private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

	private ExifOrientation() {
	}

	static int of(byte[] jpeg) {
		try {
			ByteBuffer in = ByteBuffer.wrap(jpeg);
			in.position(2);
			for (int marker = in.getChar(); marker != START_OF_SCAN; marker = in.getChar()) {
				int length = in.getChar();
				if (marker == APP1 && startsWithExif(in)) {
					return ofTiff(in.slice(in.position() + EXIF.length, length - 2 - EXIF.length));
				}
				in.position(in.position() + length - 2);
			}
			return UPRIGHT;
		} catch (RuntimeException cutOff) {
			return UPRIGHT;
		}
	}

	private static boolean startsWithExif(ByteBuffer in) {
		byte[] start = new byte[EXIF.length];
		in.get(in.position(), start);
		return java.util.Arrays.equals(start, EXIF);
	}

	private static int ofTiff(ByteBuffer tiff) {
		tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = tiff.getInt(4);
		int entries = tiff.getChar(directory);
		for (int i = 0; i < entries; i++) {
			int entry = directory + 2 + i * ENTRY_BYTES;
			if (tiff.getChar(entry) == TAG) {
				int position = tiff.getChar(entry + 8);
				return position >= UPRIGHT && position <= LAST ? position : UPRIGHT;
			}
		}
		return UPRIGHT;
	}
}
