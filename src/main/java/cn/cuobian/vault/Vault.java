package cn.cuobian.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Seals what the database must not be able to read: AES-256-GCM with a key kept outside of it. A sealed value names
 * the key it was sealed with, so that keys can be changed: the new one seals, retired ones still open. The context a
 * value was sealed in is authenticated: a sealed contact copied to another matter does not open there.
 */
@Component
public class Vault {

	private static final byte FORMAT = 1;
	private static final int KEY_ID_BYTES = 4;
	/** So many first bytes of a sealed value name its format and its key. */
	public static final int HEAD_BYTES = 1 + KEY_ID_BYTES;
	private static final int NONCE_BYTES = 12;
	private static final int TAG_BITS = 128;
	private static final SecureRandom RANDOM = new SecureRandom();

	private final List<Key> keys;

	Vault(VaultKeys keys) {
		this.keys = keys.newestFirst().stream().map(Key::of).toList();
	}

	private record Key(byte[] id, SecretKeySpec secret) {

		static Key of(byte[] secret) {
			return new Key(Arrays.copyOf(Sha256.digest(secret), KEY_ID_BYTES), new SecretKeySpec(secret, "AES"));
		}
	}

	public byte[] seal(String plain, String context) {
		return seal(plain.getBytes(StandardCharsets.UTF_8), context);
	}

	public byte[] seal(byte[] plain, String context) {
		byte[] nonce = new byte[NONCE_BYTES];
		RANDOM.nextBytes(nonce);
		Key key = keys.get(0);
		byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, context, plain);
		return ByteBuffer.allocate(1 + KEY_ID_BYTES + NONCE_BYTES + sealed.length).put(FORMAT).put(key.id()).put(nonce)
				.put(sealed).array();
	}

	/** @throws IllegalStateException if the key is not there, or the value was altered or belongs elsewhere */
	public String open(byte[] sealed, String context) {
		return new String(openBytes(sealed, context), StandardCharsets.UTF_8);
	}

	/** As {@link #open}, for what is no text. */
	public byte[] openBytes(byte[] sealed, String context) {
		ByteBuffer in = ByteBuffer.wrap(sealed);
		if (in.remaining() < HEAD_BYTES + NONCE_BYTES || in.get() != FORMAT) {
			throw new IllegalStateException("A sealed value of an unknown format");
		}
		Key key = keyOf(take(in, KEY_ID_BYTES));
		byte[] nonce = take(in, NONCE_BYTES);
		return run(Cipher.DECRYPT_MODE, key, nonce, context, take(in, in.remaining()));
	}

	/** Whether the key is here with which a value was sealed that begins like this. */
	public boolean fits(byte[] head) {
		ByteBuffer in = ByteBuffer.wrap(head);
		if (in.remaining() < HEAD_BYTES || in.get() != FORMAT) {
			return false;
		}
		byte[] id = take(in, KEY_ID_BYTES);
		return keys.stream().anyMatch(key -> Arrays.equals(key.id(), id));
	}

	/**
	 * 32 bytes that only who has the key can make from the words: an HMAC-SHA-256.
	 *
	 * @return one for each key, that of the newest first
	 */
	public List<byte[]> mac(String words) {
		return keys.stream().map(key -> mac(key, words)).toList();
	}

	private static byte[] mac(Key key, String words) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key.secret().getEncoded(), "HmacSHA256"));
			return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
		}
	}

	private Key keyOf(byte[] id) {
		return keys.stream().filter(key -> Arrays.equals(key.id(), id)).findFirst().orElseThrow(
				() -> new IllegalStateException("The key of a sealed value is missing; name it in cuobian.vault.retired-keys"));
	}

	private static byte[] take(ByteBuffer in, int length) {
		byte[] bytes = new byte[length];
		in.get(bytes);
		return bytes;
	}

	private static byte[] run(int mode, Key key, byte[] nonce, String context, byte[] input) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
			cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
			return cipher.doFinal(input);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("A sealed value does not open: altered, or taken from elsewhere", e);
		}
	}
}
