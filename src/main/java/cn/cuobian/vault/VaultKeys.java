package cn.cuobian.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the vault's keys come from: {@code cuobian.vault.key} (32 bytes in base 64), or else a file that is made at the
 * first start and readable by its owner only. Several nodes need the property. Whoever loses the key loses the
 * contacts; whoever backs up the database must back up the key elsewhere.
 */
@Component
class VaultKeys {

	private static final Logger LOG = LoggerFactory.getLogger(VaultKeys.class);
	private static final int KEY_BYTES = 32;

	private final List<byte[]> newestFirst = new ArrayList<>();

	VaultKeys(@Value("${cuobian.vault.key:}") String key, @Value("${cuobian.vault.retired-keys:}") List<String> retired,
			@Value("${cuobian.vault.file:data/vault.key}") Path file) {
		newestFirst.add(decoded(key.isBlank() ? fromFile(file) : key));
		retired.stream().filter(old -> !old.isBlank()).map(VaultKeys::decoded).forEach(newestFirst::add);
	}

	List<byte[]> newestFirst() {
		return newestFirst;
	}

	private static byte[] decoded(String base64) {
		byte[] key = Base64.getDecoder().decode(base64.strip());
		if (key.length != KEY_BYTES) {
			throw new IllegalStateException("A key of the vault has 32 bytes in base 64");
		}
		return key;
	}

	private static String fromFile(Path file) {
		try {
			if (!Files.exists(file)) {
				create(file);
			}
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException("The vault's key file " + file + " can be neither read nor made", e);
		}
	}

	private static void create(Path file) throws IOException {
		byte[] key = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(key);
		Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "cuobian.vault.file names a folder"));
		try {
			Files.createFile(file, ownerOnly(file));
			Files.writeString(file, Base64.getEncoder().encodeToString(key), StandardOpenOption.WRITE);
			LOG.info("Made the key that seals residents' contacts: {}. Back it up apart from the database.", file);
		} catch (FileAlreadyExistsException e) {
			LOG.debug("Another node made {} first", file);
		}
	}

	private static FileAttribute<?>[] ownerOnly(Path file) {
		boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}
}
