package cn.cuobian.vault;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.CuobianTest;

@CuobianTest
@Transactional
class OneKeyTests {

	private static final String FIRST = Base64.getEncoder().encodeToString("the-first-key-has-thirty-two-byt".getBytes());
	private static final String SECOND = Base64.getEncoder().encodeToString("the-other-key-has-thirty-two-byt".getBytes());

	@Autowired
	JdbcClient db;

	@Test
	void aNodeWithAnotherKeyDoesNotStart() {
		db.sql("delete from vault_check").update();
		node(FIRST).afterSingletonsInstantiated();
		assertThatCode(node(FIRST)::afterSingletonsInstantiated).doesNotThrowAnyException();
		assertThatThrownBy(node(SECOND)::afterSingletonsInstantiated).hasMessageContaining("cuobian.vault.key");
	}

	@Test
	void aReplacedKeyIsEnoughWhileItIsNamedAndThenTheNewOneAlone() {
		db.sql("delete from vault_check").update();
		node(FIRST).afterSingletonsInstantiated();
		assertThatCode(node(SECOND, FIRST)::afterSingletonsInstantiated).doesNotThrowAnyException();
		assertThatCode(node(SECOND)::afterSingletonsInstantiated).doesNotThrowAnyException();
		assertThatThrownBy(node(FIRST)::afterSingletonsInstantiated).isInstanceOf(IllegalStateException.class);
	}

	private OneKey node(String key, String... retired) {
		return new OneKey(new Vault(new VaultKeys(key, List.of(retired), Path.of("unused"))), db);
	}
}
