package cn.cuobian.votes;

import java.util.Base64;

import org.springframework.stereotype.Component;

import cn.cuobian.vault.Vault;

/** Seals what a roll keeps about people, each value for its own place: a name copied to another owner does not open there. */
@Component
class RollVault {

	private final Vault vault;

	RollVault(Vault vault) {
		this.vault = vault;
	}

	/** @return null for nothing */
	byte[] seal(long roll, String what, String plain) {
		return plain == null || plain.isEmpty() ? null : vault.seal(plain, context(roll, what));
	}

	/** @return empty for null */
	String open(long roll, String what, byte[] sealed) {
		return sealed == null ? "" : vault.open(sealed, context(roll, what));
	}

	private static String context(long roll, String what) {
		return "roll:" + roll + ":" + what;
	}

	static String name(String ownerKey) {
		return "name:" + ownerKey;
	}

	static String phone(String ownerKey) {
		return "phone:" + ownerKey;
	}

	static String mail(String ownerKey) {
		return "mail:" + ownerKey;
	}

	/** As text: the table of units is written often, and a binary value would be a large object in every row of it. */
	String sealSalt(long roll, String unit, String salt) {
		return Base64.getEncoder().encodeToString(seal(roll, "salt:" + unit, salt));
	}

	String openSalt(long roll, String unit, String sealed) {
		return open(roll, "salt:" + unit, Base64.getDecoder().decode(sealed));
	}
}
