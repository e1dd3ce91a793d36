package cn.cuobian.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ChromiumTest {

	@Test
	void without_a_browser_the_tests_are_skipped_and_say_so() {
		var judged = Chromium.judge(Optional.empty(), false);
		assertThat(judged.isDisabled()).isTrue();
		assertThat(judged.getReason()).hasValueSatisfying(reason -> assertThat(reason).contains("No Chromium"));
	}

	@Test
	void without_a_browser_continuous_integration_fails() {
		assertThatThrownBy(() -> Chromium.judge(Optional.empty(), true)).hasMessageContaining("no Chromium");
	}

	@Test
	void with_a_browser_they_run() {
		assertThat(Chromium.judge(Optional.of(Path.of("chromium")), true).isDisabled()).isFalse();
	}
}
