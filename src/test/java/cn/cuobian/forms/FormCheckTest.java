package cn.cuobian.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.cuobian.engine.Feel;
import cn.cuobian.refusals.Refusal;

/** What the server accepts: each kind of component, each thing that may be wrong with it. */
class FormCheckTest {

	/** Stands in for FEEL: understands {@code name = "text"} and {@code name != "text"}, as our forms write them. */
	private static final Feel FEEL = (expression, context) -> {
		var parts = expression.split(" !?= ");
		var same = Objects.equals(context.get(parts[0]), parts[1].replace("\"", ""));
		return expression.contains("!=") ? !same : same;
	};

	private static final FormSchema FORM = FormSchema.parse("""
			{"components":[
			 {"type":"text","text":"上门之后填写"},
			 {"type":"radio","key":"outcome","label":"结果","validate":{"required":true},
			  "values":[{"label":"已解决","label.en":"Solved","value":"solved"},{"label":"上报","value":"raise"}]},
			 {"type":"group","label":"上报","conditional":{"hide":"=outcome != \\"raise\\""},"components":[
			  {"type":"textarea","key":"reason","label":"理由","validate":{"required":true,"minLength":2,"maxLength":10}}]},
			 {"type":"textfield","key":"mail","label":"邮箱","validate":{"validationType":"email"}},
			 {"type":"textfield","key":"phone","label":"电话","validate":{"validationType":"phone"}},
			 {"type":"number","key":"hours","label":"工时","decimalDigits":1,"validate":{"min":0,"max":100}},
			 {"type":"checkbox","key":"agreed","label":"同意"},
			 {"type":"select","key":"forum","label":"议事方式","values":[{"label":"小","value":"small"},{"label":"急","value":"fast"}]},
			 {"type":"checklist","key":"asked","label":"请谁","values":[{"label":"消防","value":"fire"},{"label":"城管","value":"city"}]},
			 {"type":"taglist","key":"tags","label":"标签","values":[{"label":"水","value":"water"}]},
			 {"type":"datetime","key":"day","label":"日期","subtype":"date"},
			 {"type":"datetime","key":"hour","label":"时间","subtype":"time"},
			 {"type":"datetime","key":"moment","label":"时刻","subtype":"datetime"}]}""");

	private static final FormSchema CONSENT = FormSchema.parse(
			"{\"components\":[{\"type\":\"checkbox\",\"key\":\"ok\",\"label\":\"确认\",\"validate\":{\"required\":true}}]}");

	@Test
	void decisions_go_to_the_process_and_words_stay_in_the_record() {
		var submission = FORM.check(Map.of("outcome", "raise", "reason", " 要大家议 ", "hours", "2", "agreed", "true",
				"forum", "fast", "asked", List.of("fire", "city"), "tags", "water", "day", "2026-11-20"), FEEL);
		assertThat(submission.decisions()).containsEntry("outcome", "raise").containsEntry("hours", 2L)
			.containsEntry("agreed", true).containsEntry("forum", "fast").containsEntry("asked", "fire,city")
			.containsEntry("tags", "water").doesNotContainKeys("reason", "day", "mail");
		assertThat(submission.words()).isEqualTo(Map.of("reason", "要大家议", "day", "2026-11-20"));
	}

	@Test
	void a_decision_left_open_is_null_so_that_none_of_an_earlier_round_lingers() {
		var decisions = FORM.check(Map.of("outcome", "solved"), FEEL).decisions();
		assertThat(decisions).containsEntry("forum", null).containsEntry("hours", null).containsEntry("agreed", false);
	}

	@Test
	void the_record_reads_labels_not_values() {
		var answers = FORM.check(Map.of("outcome", "solved", "asked", List.of("fire", "city")), FEEL).answers();
		assertThat(answers).contains(
				new Submission.Answered("outcome", new Label("结果", ""), new Label("已解决", "Solved")),
				new Submission.Answered("asked", new Label("请谁", ""), new Label("消防、城管", "消防, 城管")));
	}

	@Test
	void a_hidden_field_is_not_required_and_what_was_typed_into_it_is_dropped() {
		var submission = FORM.check(Map.of("outcome", "solved", "reason", "写了又改主意"), FEEL);
		assertThat(submission.words()).isEmpty();
		assertThat(FORM.visible(Map.of("outcome", "solved"), FEEL)).doesNotContain("reason");
		assertThat(FORM.visible(Map.of("outcome", "raise"), FEEL)).contains("reason");
	}

	@Test
	void everything_wrong_is_said_at_once() {
		var refusal = refusal(Map.of("hours", "many", "asked", List.of("army"), "spare", "x"));
		assertThat(refusal.parts()).extracting(Refusal::field)
			.containsExactlyInAnyOrder("outcome", "hours", "asked", "spare");
	}

	@ParameterizedTest
	@CsvSource({"outcome,'',forms.required", "outcome,fly,forms.not-offered", "forum,slow,forms.not-offered",
			"tags,fire,forms.not-offered", "mail,nobody,forms.not-an-email", "phone,110x,forms.not-a-phone",
			"hours,ten,forms.not-a-number", "hours,1e9,forms.not-a-number", "hours,-1,forms.too-small",
			"hours,101,forms.too-large", "hours,0.25,forms.too-many-decimals", "agreed,maybe,forms.not-yes-or-no",
			"day,20.11.2026,forms.not-a-date", "day,2026-02-30,forms.not-a-date", "hour,25:00,forms.not-a-time",
			"moment,yesterday,forms.not-a-datetime", "_csrf,x,forms.unknown-field"})
	void a_wrong_answer_is_refused_at_its_field(String key, String value, String rule) {
		var refusal = refusal(with(Map.of("outcome", "solved"), key, value));
		assertThat(refusal.parts()).singleElement().satisfies(part -> {
			assertThat(part.field()).isEqualTo(key);
			assertThat(part.rule()).isEqualTo(rule);
		});
		assertThat(refusal.status().value()).isEqualTo(422);
	}

	@Test
	void a_text_must_keep_its_length_counted_in_characters_not_in_halves_of_them() {
		assertThat(ruleOf("reason", "短")).isEqualTo("forms.too-short");
		assertThat(ruleOf("reason", "一二三四五六七八九十一")).isEqualTo("forms.too-long");
		assertThat(FORM.check(Map.of("outcome", "raise", "reason", "𠮷".repeat(10)), FEEL).words())
			.containsEntry("reason", "𠮷".repeat(10));
	}

	@Test
	void a_text_of_100_kilobytes_is_refused_even_where_the_form_sets_no_limit() {
		var form = FormSchema.parse("{\"components\":[{\"type\":\"textarea\",\"key\":\"a\",\"label\":\"A\"}]}");
		var refusal = catchThrowableOfType(Refusal.class, () -> form.check(Map.of("a", "字".repeat(100_000)), FEEL));
		assertThat(refusal.rule()).isEqualTo("forms.too-long");
	}

	@Test
	void several_answers_where_one_is_asked_are_refused() {
		assertThat(ruleOf("forum", List.of("small", "fast"))).isEqualTo("forms.one-answer-only");
		assertThat(ruleOf("mail", List.of("a@b.cn", "c@d.cn"))).isEqualTo("forms.one-answer-only");
	}

	@Test
	void json_types_are_understood_and_a_wrong_one_is_refused() {
		var submission = FORM.check(Map.of("outcome", "solved", "hours", 1.5, "agreed", true), FEEL);
		assertThat(submission.decisions()).containsEntry("hours", "1.5").containsEntry("agreed", true);
		assertThat(ruleOf("mail", Map.of("a", "b"))).isEqualTo("forms.not-a-text");
		assertThat(ruleOf("mail", 5)).isEqualTo("forms.not-a-text");
	}

	@Test
	void a_box_that_must_be_ticked_is_asked_for() {
		assertThat(CONSENT.check(Map.of("ok", "on"), FEEL).decisions()).containsEntry("ok", true);
		var refusal = catchThrowableOfType(Refusal.class, () -> CONSENT.check(Map.of(), FEEL));
		assertThat(refusal.rule()).isEqualTo("forms.must-be-ticked");
	}

	@Test
	void times_are_kept_as_the_clock_on_our_walls_shows_them() {
		var words = FORM.check(Map.of("outcome", "solved", "hour", "09:30", "moment", "2026-11-20T01:30:00Z"), FEEL).words();
		assertThat(words).containsEntry("hour", "09:30").containsEntry("moment", "2026-11-20T09:30");
	}

	@Test
	void characters_no_keyboard_writes_are_taken_out() {
		var words = FORM.check(Map.of("outcome", "raise", "reason", "甲\u0000乙\r\n丙"), FEEL).words();
		assertThat(words).containsEntry("reason", "甲乙\n丙");
	}

	private static String ruleOf(String key, Object value) {
		var refusal = refusal(with(Map.of("outcome", "raise", "reason", "理由"), key, value));
		assertThat(refusal.field()).isEqualTo(key);
		return refusal.rule();
	}

	private static Refusal refusal(Map<String, ?> values) {
		return catchThrowableOfType(Refusal.class, () -> FORM.check(values, FEEL));
	}

	private static Map<String, Object> with(Map<String, ?> values, String key, Object value) {
		var all = new HashMap<String, Object>(values);
		all.put(key, value);
		return all;
	}
}
