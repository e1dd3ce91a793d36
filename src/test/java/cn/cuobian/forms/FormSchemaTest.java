package cn.cuobian.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form may look like: read strictly, with both languages. */
class FormSchemaTest {

	@Test
	void labels_descriptions_and_options_speak_both_languages() {
		var field = FormSchema.parse("""
				{"id":"f","components":[{"type":"radio","key":"outcome","label":"结果","description":"选一个",
				 "properties":{"label.en":"Outcome","description.en":"Pick one"},
				 "values":[{"label":"已解决","label.en":"Solved","value":"solved"},{"label":"其他","value":"other"}]}]}""")
			.fields().get(0);
		assertThat(field.label().in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("结果");
		assertThat(field.label().in(Locale.ENGLISH)).isEqualTo("Outcome");
		assertThat(field.description().in(Locale.UK)).isEqualTo("Pick one");
		assertThat(field.labelOf("solved").in(Locale.ENGLISH)).isEqualTo("Solved");
		assertThat(field.labelOf("other").in(Locale.ENGLISH)).isEqualTo("其他");
	}

	@Test
	void a_text_and_a_date_find_their_label_where_form_js_keeps_it() {
		var schema = FormSchema.parse("""
				{"components":[{"type":"text","text":"请先上门","properties":{"text.en":"Visit first"}},
				 {"type":"datetime","key":"day","subtype":"date","dateLabel":"日期","properties":{"label.en":"Day"}}]}""");
		assertThat(schema.items().get(0).label()).isEqualTo(new Label("请先上门", "Visit first"));
		assertThat(schema.fields()).singleElement().extracting(Field::label).isEqualTo(new Label("日期", "Day"));
	}

	@Test
	void groups_keep_their_parts_and_fields_flatten_them() {
		var schema = FormSchema.parse("""
				{"components":[{"type":"group","label":"甲","components":[{"type":"textfield","key":"a","label":"A"}]},
				 {"type":"textfield","key":"b","label":"B"}]}""");
		assertThat(schema.items()).hasSize(2);
		assertThat(schema.fields()).extracting(Field::key).containsExactly("a", "b");
	}

	@Test
	void options_may_come_from_a_named_source_for_the_subject() {
		var forms = new Forms(List.of(new FormOptions() {
			@Override
			public String key() {
				return "departments";
			}

			@Override
			public List<Option> options(String subject) {
				return List.of(Option.of("fire@jj", "消防 " + subject, "Fire"));
			}
		}));
		var json = "{\"components\":[{\"type\":\"select\",\"key\":\"dept\",\"label\":\"部门\",\"valuesKey\":\"departments\"}]}";
		assertThat(FormSchema.parse(json).sources()).containsExactly("departments");
		assertThat(forms.read(json, "matter:7").fields().get(0).options())
			.containsExactly(Option.of("fire@jj", "消防 matter:7", "Fire"));
		assertThatThrownBy(() -> forms.read(json.replace("departments", "nobody"), "matter:7"))
			.isInstanceOf(BrokenForm.class).hasMessageContaining("nobody");
	}

	@ParameterizedTest
	@ValueSource(strings = {"html", "iframe", "image", "button", "expression", "filepicker", "dynamiclist", "table", ""})
	void a_component_outside_the_list_is_refused_when_the_form_is_read(String type) {
		assertBroken("{\"type\":\"" + type + "\",\"key\":\"a\",\"label\":\"A\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{'type':'textfield','key':'a','label':'=1+1'}",
			"{'type':'text','text':'{{secret}}'}",
			"{'type':'textfield','key':'a','label':'A','readonly':true}",
			"{'type':'textfield','key':'a','label':'A','disabled':'=true'}",
			"{'type':'textfield','key':'a','label':'A','validate':{'pattern':'(a+)+$'}}",
			"{'type':'select','key':'a','label':'A','valuesExpression':'=x'}",
			"{'type':'select','key':'a','label':'A'}",
			"{'type':'select','key':'a','label':'A','values':[]}",
			"{'type':'radio','key':'a','label':'A','values':[{'label':'x','value':'1,2'}]}",
			"{'type':'radio','key':'a','label':'A','values':[{'label':'x','value':'1'},{'label':'y','value':'1'}]}",
			"{'type':'textfield','key':'_csrf','label':'A'}",
			"{'type':'textfield','key':'a.b','label':'A'}",
			"{'type':'textfield','label':'A'}",
			"{'type':'group','label':'A','path':'p','components':[]}",
			"{'type':'number','key':'a','label':'A','validate':{'min':'=x'}}"})
	void a_feature_the_server_would_not_honour_is_refused_when_the_form_is_read(String component) {
		assertBroken(component.replace('\'', '"'));
	}

	@Test
	void a_key_used_twice_is_refused() {
		assertBroken("{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"A\"},{\"type\":\"number\",\"key\":\"a\",\"label\":\"A\"}");
	}

	/** It would be read as a date, and what is wrong with an answer could not be said. */
	@Test
	void a_moment_of_a_kind_we_do_not_know_is_refused() {
		assertBroken("{\"type\":\"datetime\",\"key\":\"a\",\"label\":\"A\",\"subtype\":\"week\"}");
	}

	@Test
	void a_form_that_is_no_form_is_refused() {
		for (var json : List.of("", "[]", "{}", "{\"components\":{}}", "<xml/>", " ".repeat(600_000))) {
			assertThatThrownBy(() -> FormSchema.parse(json)).isInstanceOf(BrokenForm.class);
		}
	}

	@Test
	void groups_nested_without_end_are_refused() {
		var json = "{\"type\":\"group\",\"components\":[".repeat(50) + "]}".repeat(50);
		assertBroken(json);
	}

	@Test
	void a_form_starts_with_the_defaults_of_its_drawing() {
		var schema = FormSchema.parse("""
				{"components":[{"type":"number","key":"n","label":"N","defaultValue":3},
				 {"type":"textfield","key":"t","label":"T"}]}""");
		assertThat(schema.defaults()).isEqualTo(Map.of("n", "3"));
	}

	private static void assertBroken(String components) {
		assertThatThrownBy(() -> FormSchema.parse("{\"components\":[" + components + "]}")).isInstanceOf(BrokenForm.class);
	}
}
