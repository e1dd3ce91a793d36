package cn.cuobian.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code cuobian.files.*}. A store may be given while the database keeps: what lies in the store can then be read and moved back.
 *
 * @param keep       where files are put that come from now on: {@code database} or {@code store}
 * @param endpoint   address of the store, without the bucket; empty without a store
 * @param region     as the store names it; most that are no cloud do not care
 * @param bucket     made by the administrator, private
 * @param pathStyle  whether the bucket stands in the path of an address, not before the name of the host
 * @param keyId      name of the access key
 * @param secret     of the access key; or else
 * @param secretFile a file with it
 */
@ConfigurationProperties("cuobian.files")
record FileSettings(@DefaultValue(FileSettings.DATABASE) String keep, @DefaultValue("") String endpoint, @DefaultValue("us-east-1") String region,
		@DefaultValue("") String bucket, @DefaultValue("true") boolean pathStyle, @DefaultValue("") String keyId, @DefaultValue("") String secret,
		@DefaultValue("") String secretFile) {

	static final String DATABASE = "database";
	static final String STORE = "store";

	private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

	/** @throws IllegalStateException with the setting that is wrong and what belongs there */
	FileSettings {
		require(Set.of(DATABASE, STORE).contains(keep), "cuobian.files.keep is \"" + keep + "\"; it is database or store.");
		require(!endpoint.isBlank() || keep.equals(DATABASE), "cuobian.files.keep is store, but cuobian.files.endpoint names no store.");
		if (!endpoint.isBlank()) {
			require(isAddress(endpoint), "cuobian.files.endpoint is \"" + endpoint + "\"; it is an address such as https://minio.example.org:9000, "
					+ "without bucket, user and path.");
			require(!region.isBlank(), "cuobian.files.region is empty; where the store has none, leave it at us-east-1.");
			require(BUCKET.matcher(bucket).matches(), "cuobian.files.bucket is \"" + bucket + "\"; it is the name of a bucket, 3 to 63 small letters, "
					+ "digits, dots and hyphens.");
			require(!keyId.isBlank(), "cuobian.files.key-id is empty; it is the name of the access key of the store.");
			require(secret.isBlank() != secretFile.isBlank(), "The store wants a secret: either cuobian.files.secret or cuobian.files.secret-file, "
					+ "and not both.");
		}
	}

	boolean namesStore() {
		return !endpoint.isBlank();
	}

	boolean keepsInStore() {
		return keep.equals(STORE);
	}

	/** @throws IllegalStateException if the file cannot be read or is empty */
	String theSecret() {
		var read = secretFile.isBlank() ? secret : read(Path.of(secretFile));
		require(!read.isBlank(), "The file " + secretFile + " of cuobian.files.secret-file is empty.");
		return read.strip();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new IllegalStateException("The file " + file + " of cuobian.files.secret-file cannot be read.", e);
		}
	}

	private static boolean isAddress(String text) {
		try {
			var address = URI.create(text.strip());
			return Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null && address.getUserInfo() == null
					&& Set.of("", "/").contains(address.getPath()) && address.getQuery() == null;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	private static void require(boolean right, String otherwise) {
		if (!right) {
			throw new IllegalStateException(otherwise);
		}
	}

	/** Without the secret, so that no log line can give it away. */
	@Override
	public String toString() {
		return "FileSettings[" + keep + ", " + endpoint + ", " + bucket + "]";
	}
}
