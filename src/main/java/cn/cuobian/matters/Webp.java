package cn.cuobian.matters;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Takes Exif and XMP out of a WebP file, which the platform cannot draw anew. */
final class Webp {

	private static final Set<String> METADATA = Set.of("EXIF", "XMP ");
	private static final int HEADER = 12;
	private static final int CHUNK_HEADER = 8;
	/** Bits of the extended header that announce Exif and XMP. */
	private static final int METADATA_FLAGS = 0x0C;

	private Webp() {
	}

	static byte[] withoutMetadata(byte[] file) throws IOException {
		ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		var chunks = new ByteArrayOutputStream(file.length);
		in.position(HEADER);
		while (in.remaining() >= CHUNK_HEADER) {
			byte[] name = new byte[4];
			in.get(name);
			int length = in.getInt();
			if (length < 0 || length > in.remaining()) {
				throw new IOException("A chunk is cut off");
			}
			byte[] body = new byte[Math.min(length + (length & 1), in.remaining())];
			in.get(body);
			keep(new String(name, StandardCharsets.US_ASCII), length, body, chunks);
		}
		return whole(chunks.toByteArray());
	}

	private static void keep(String name, int length, byte[] body, ByteArrayOutputStream chunks) throws IOException {
		if (METADATA.contains(name)) {
			return;
		}
		if (name.equals("VP8X")) {
			body[0] &= (byte) ~METADATA_FLAGS;
			requireFewPixels(body);
		}
		chunks.write(ByteBuffer.allocate(CHUNK_HEADER).order(ByteOrder.LITTLE_ENDIAN)
				.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(length).array());
		chunks.write(body);
	}

	private static void requireFewPixels(byte[] extendedHeader) throws IOException {
		ByteBuffer size = ByteBuffer.wrap(extendedHeader).order(ByteOrder.LITTLE_ENDIAN);
		long width = (size.getInt(4) & 0xFFFFFF) + 1L;
		long height = (size.getInt(6) >>> 8) + 1L;
		if (width * height > PhotoLimits.MAX_PIXELS) {
			throw new Picture.TooManyPixels();
		}
	}

	private static byte[] whole(byte[] chunks) {
		return ByteBuffer.allocate(HEADER + chunks.length).order(ByteOrder.LITTLE_ENDIAN)
				.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(chunks.length + 4)
				.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(chunks).array();
	}
}
