package cn.cuobian.votes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Signs with Ed25519. Keys are written in base 64: X.509 the public one, PKCS #8 the private one. */
record Signer(KeyPair keys) {

	private static final String ALGORITHM = "Ed25519";

	static Signer made() {
		try {
			return new Signer(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
		}
	}

	static Signer of(String publicKey, String privateKey) {
		try {
			var factory = KeyFactory.getInstance(ALGORITHM);
			return new Signer(new KeyPair(factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))),
					factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)))));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("The key that signs archives cannot be read", e);
		}
	}

	String publicKey() {
		return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
	}

	String privateKey() {
		return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
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
