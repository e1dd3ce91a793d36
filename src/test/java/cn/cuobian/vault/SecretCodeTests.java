package cn.cuobian.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class TrackingCodeTests {

	private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	@Test
	void hasNineteenRandomSymbolsOfFiveBitsWhichIsMoreThanEightyBits() {
		Set<String> issued = new HashSet<>();
		for (int i = 0; i < 10_000; i++) {
			issued.add(SecretCode.issue().compact());
		}
		assertThat(issued).hasSize(10_000).allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{20}"));
	}

	@Test
	void isReadInAnyCaseWithAnySeparatorsAndWithLookAlikes() {
		SecretCode code = SecretCode.issue();
		assertThat(SecretCode.read(code.inGroups().toLowerCase())).contains(code);
		assertThat(SecretCode.read("  " + code.compact().replace('0', 'o').replace('1', 'l') + " ")).contains(code);
		assertThat(SecretCode.read(code.inGroups().replace('-', '－'))).contains(code);
	}

	@Test
	void aSingleWrongSymbolIsNoCode() {
		String code = SecretCode.issue().compact();
		for (int i = 0; i < code.length(); i++) {
			for (char other : SYMBOLS.toCharArray()) {
				if (other != code.charAt(i)) {
					assertThat(SecretCode.read(code.substring(0, i) + other + code.substring(i + 1))).isEmpty();
				}
			}
		}
	}

	@Test
	void twoSwappedNeighboursAreNoCode() {
		String code = SecretCode.issue().compact();
		for (int i = 0; i + 1 < code.length(); i++) {
			if (code.charAt(i) != code.charAt(i + 1)) {
				String swapped = code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
				assertThat(SecretCode.read(swapped)).isEmpty();
			}
		}
	}

	@Test
	void nonsenseIsNoCode() {
		assertThat(SecretCode.read(null)).isEmpty();
		assertThat(SecretCode.read("")).isEmpty();
		assertThat(SecretCode.read("../../etc/passwd")).isEmpty();
		assertThat(SecretCode.read("Ａ".repeat(100_000))).isEmpty();
	}

	@Test
	void saysNothingWhenItIsLogged() {
		SecretCode code = SecretCode.issue();
		assertThat("log: " + code).doesNotContain(code.compact()).doesNotContain(code.inGroups());
	}
}
