package cn.cuobian.votes;

import cn.cuobian.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Seals what a ballot says. All sealed ballots are equally long: yes, no and abstain must not be told apart by counting
 * bytes.
 */
@Component
class Sealing {

	/** More than any ballot needs; a longer one is filled up to the next multiple. */
	private static final int WIDTH = 256;

	private final Vault vault;

	Sealing(Vault vault) {
		this.vault = vault;
	}

	byte[] seal(String words, String context) {
		int width = (words.length() / WIDTH + 1) * WIDTH;
		return vault.seal(words + " ".repeat(width - words.length()), context);
	}

	String open(byte[] sealed, String context) {
		return vault.open(sealed, context).stripTrailing();
	}
}
