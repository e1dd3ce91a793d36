package cn.cuobian.votes;

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

	static String salt(String unit) {
		return "salt:" + unit;
	}
}
