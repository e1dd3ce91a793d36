package cn.cuobian.votes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns who somebody is into a key that is the same in every line of one roll and says nothing without its secret. */
final class OwnerKeys {

	private static final String ALGORITHM = "HmacSHA256";

	private final Mac mac;

	OwnerKeys(byte[] secret) {
		try {
			mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret, ALGORITHM));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
		}
	}

	String of(String identity) {
		return HexFormat.of().formatHex(mac.doFinal(identity.getBytes(StandardCharsets.UTF_8)));
	}
}
