package cn.cuobian.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTests {

	private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
	private static final String NEW = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

	private final Vault vault = vault(OLD);

	private static Vault vault(String key, String... retired) {
		return new Vault(new VaultKeys(key, List.of(retired), Path.of("unused")));
	}

	@Test
	void opensWhatItSealed() {
		assertThat(vault.open(vault.seal("金丝雀·测试员", "a"), "a")).isEqualTo("金丝雀·测试员");
	}

	@Test
	void opensBytesThatAreNoText() {
		byte[] bytes = { (byte) 0xff, (byte) 0xd8, 0, (byte) 0xc3 };
		assertThat(vault.openBytes(vault.seal(bytes, "a"), "a")).isEqualTo(bytes);
	}

	@Test
	void whatIsSealedCannotBeRead() {
		byte[] sealed = vault.seal("13900000000", "a");
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("13900000000");
		assertThat(vault.seal("13900000000", "a")).isNotEqualTo(sealed);
	}

	@Test
	void whatWasSealedForOneMatterDoesNotOpenForAnother() {
		byte[] sealed = vault.seal("13900000000", "QZ-2026-000001");
		assertThatThrownBy(() -> vault.open(sealed, "QZ-2026-000002")).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void anAlteredValueDoesNotOpen() {
		byte[] sealed = vault.seal("13900000000", "a");
		sealed[sealed.length - 1] ^= 1;
		assertThatThrownBy(() -> vault.open(sealed, "a")).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void aRetiredKeyStillOpensAndNoLongerSeals() {
		byte[] old = vault.seal("13900000000", "a");
		Vault changed = vault(NEW, OLD);
		assertThat(changed.open(old, "a")).isEqualTo("13900000000");
		byte[] fresh = changed.seal("13900000000", "a");
		assertThatThrownBy(() -> vault.open(fresh, "a")).hasMessageContaining("retired-keys");
	}

	@Test
	void aKeyFileIsMadeOnceAndForTheOwnerOnly(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("data/vault.key");
		var first = new VaultKeys("", List.of(), file).newestFirst().get(0);
		var second = new VaultKeys("", List.of(), file).newestFirst().get(0);
		assertThat(first).hasSize(32).isEqualTo(second);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void aKeyOfAnotherLengthStopsTheStart() {
		assertThatThrownBy(() -> vault("c2hvcnQ=")).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void aMacIsTheSameForTheSameWordsAndKeyOnly() {
		assertThat(vault.mac("vote 1").get(0)).hasSize(32).isEqualTo(vault.mac("vote 1").get(0)).isNotEqualTo(vault.mac("vote 2").get(0));
		assertThat(vault(NEW, OLD).mac("vote 1")).hasSize(2).endsWith(vault.mac("vote 1").get(0)).doesNotHaveDuplicates();
	}
}
