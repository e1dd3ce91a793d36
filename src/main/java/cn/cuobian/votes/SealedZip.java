package cn.cuobian.votes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import cn.cuobian.vault.Sha256;

/**
 * Text files in a zip that is the same for the same files: stored, in their order, of one fixed day. Two more follow: the
 * manifest with the SHA-256 of each, and the signature of the manifest.
 */
final class SealedZip {

	/** On the first of January a zip would carry a second time stamp. */
	private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 2, 0, 0);

	private SealedZip() {
	}

	static byte[] of(Map<String, String> files, Signer signer) {
		var all = new LinkedHashMap<>(files);
		String manifest = manifest(files);
		all.put("manifest.txt", manifest);
		all.put("signature.txt", "algorithm=Ed25519\npublic-key=%s\nsignature=%s\n".formatted(signer.publicKey(),
				signer.sign(manifest.getBytes(StandardCharsets.UTF_8))));
		return zip(all);
	}

	static String manifest(Map<String, String> files) {
		var lines = new StringBuilder();
		files.forEach((name, text) -> lines.append(Sha256.hex(text)).append("  ").append(name).append('\n'));
		return lines.toString();
	}

	static byte[] zip(Map<String, String> files) {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
			for (var file : files.entrySet()) {
				byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
				zip.putNextEntry(stored(file.getKey(), bytes));
				zip.write(bytes);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}

	private static ZipEntry stored(String name, byte[] bytes) {
		var crc = new CRC32();
		crc.update(bytes);
		var entry = new ZipEntry(name);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(bytes.length);
		entry.setCrc(crc.getValue());
		entry.setTimeLocal(FIXED);
		return entry;
	}
}
