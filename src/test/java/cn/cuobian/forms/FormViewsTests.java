package cn.cuobian.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import cn.cuobian.refusals.Refusal;

class FormViewsTests {

	private final FormViews views = new FormViews((condition, answers) -> false, new JsonMapper());

	@ParameterizedTest
	@ValueSource(strings = { "null", "", "[]", "1", "{\"a\":" })
	void answersThatAreNoneAreRefused(String sent) {
		assertThatThrownBy(() -> views.parse(sent)).isInstanceOf(Refusal.class).hasMessage("forms.answers-unreadable");
	}

	@Test
	void answersAreReadAsTheyAre() {
		assertThat(views.parse("{\"a\":1,\"b\":[\"x\"],\"c\":null}")).containsEntry("a", 1).containsEntry("b", List.of("x")).containsEntry("c", null);
	}

	@Test
	void aSourceOfOptionsIsAName() {
		var forms = new Forms(List.of());
		assertThatThrownBy(() -> forms.read("""
				{"components":[{"type":"select","key":"a","values":[{"value":"x","label":"x"}],"valuesKey":{}}]}""", "1")).isInstanceOf(BrokenForm.class);
		assertThat(forms.read("""
				{"components":[{"type":"textfield","key":"a","properties":{"valuesKey":{}}}]}""", "1").defaults()).isEqualTo(Map.of());
	}
}
