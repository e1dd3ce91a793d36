package cn.cuobian.votes;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** Signs with Ed25519. */
record Signer(KeyPair keys) {

	static final String ALGORITHM = "Ed25519";

	static Signer made() {
		try {
			return new Signer(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
		}
	}

	/** X.509 in base 64. */
	String publicKey() {
		return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
	}

	/** In base 64. */
	String sign(byte[] words) {
		try {
			var signature = Signature.getInstance(ALGORITHM);
			signature.initSign(keys.getPrivate());
			signature.update(words);
			return Base64.getEncoder().encodeToString(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
