package cn.cuobian.engine.camunda;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows F: forms that run code, fetch from elsewhere, show what somebody else wrote, or never come to an end. */
final class HostileForms {

	private HostileForms() {
	}

	static Stream<Hostile> all() {
		return Stream.of(components(), expressions(), shapes()).flatMap(rows -> rows);
	}

	/** Components of form-js that no server checks. */
	private static Stream<Hostile> components() {
		return Stream.of(
				component("F01 script component", "\"type\":\"script\",\"script\":\"fetch('/admin/people')\""),
				component("F02 HTML of its own in the reader's page", "\"type\":\"html\",\"content\":\"<img src=x onerror=alert(1)>\""),
				component("F03 frame of another site", "\"type\":\"iframe\",\"url\":\"https://evil.example\""),
				component("F04 document from anywhere", "\"type\":\"documentPreview\",\"dataSource\":\"=documents\""),
				component("F05 picture that tells who reads", "\"type\":\"image\",\"source\":\"https://evil.example/seen.gif\""),
				component("F06 list that grows without end", "\"type\":\"dynamiclist\",\"path\":\"rows\",\"components\":[]"),
				component("F07 table of all there is", "\"type\":\"table\",\"dataSource\":\"=everything\""),
				component("F08 expression as a field", "\"type\":\"expression\",\"key\":\"x\",\"expression\":\"=for i in 1..100000000 return i\""),
				component("F09 upload of any file", "\"type\":\"filepicker\",\"key\":\"x\""),
				component("F10 button of its own", "\"type\":\"button\",\"action\":\"reset\""),
				component("F11 component without a type", "\"key\":\"x\""),
				component("F12 hostile component within a group", "\"type\":\"group\",\"components\":[{\"id\":\"in\",\"type\":\"html\"}]"));
	}

	/** Evaluated by the server when it decides what is shown, or by the browser of who reads. */
	private static Stream<Hostile> expressions() {
		return Stream.of(
				hidden("F20 loop in a condition", "=count(for i in 1..100000000 return i) > 1"),
				hidden("F21 loop after a blank", "  =some x in 1..100000000 satisfies x < 0"),
				hidden("F22 loop without the sign of an expression", "every x in 1..100000000 satisfies x > 0"),
				hidden("F23 loop between quotes that are escaped", "=\\\"\\\\\\\"\\\" = string(for i in 1..100000000 return i) and \\\"a\\\" = \\\"a\\\""),
				hidden("F24 Java function in a condition", "=(function(a) external {java: {class: \\\"java.lang.Runtime\\\", method signature: \\\"getRuntime()\\\"}})(1) = null"),
				hidden("F25 regular expression that backtracks", "=matches(word, \\\"^(a+)+$\\\")"),
				hidden("F26 number of a thousand million digits", "=decimal(1/3, 999999999) > 0"),
				hidden("F27 comment between a function and its bracket", "=decimal/**/(1/3, 999999999) > 0"),
				component("F28 options by an expression", "feature", "\"type\":\"select\",\"key\":\"x\",\"valuesExpression\":\"=for i in 1..100000000 return i\""),
				component("F29 text by an expression", "feature", "\"type\":\"text\",\"text\":\"= for i in 1..100000000 return i\""),
				component("F30 text by a template", "feature", "\"type\":\"text\",\"text\":\"{{#loop everything}}x{{/loop}}\""),
				component("F31 pattern that backtracks in the browser", "feature", "\"type\":\"textfield\",\"key\":\"x\",\"validate\":{\"pattern\":\"^(a+)+$\"}"),
				component("F32 field that is shown and not asked", "feature", "\"type\":\"checkbox\",\"key\":\"approved\",\"readonly\":true"),
				component("F33 group that repeats", "feature", "\"type\":\"group\",\"isRepeating\":true,\"components\":[]"));
	}

	private static Stream<Hostile> shapes() {
		String deep = "{\"type\":\"group\",\"components\":[".repeat(200) + "]}".repeat(200);
		String many = IntStream.range(0, 5000).mapToObj(i -> "{\"type\":\"text\",\"id\":\"t" + i + "\",\"text\":\"x\"}").collect(Collectors.joining(","));
		return Stream.of(
				form("F40 one key for two fields", "form-key-twice", "{\"id\":\"hostile\",\"components\":[{\"type\":\"checkbox\",\"key\":\"approved\"},{\"type\":\"textfield\",\"key\":\"approved\"}]}"),
				form("F41 one member twice: each reader sees another", "no-form", "{\"id\":\"hostile\",\"components\":[],\"components\":[{\"type\":\"html\"}]}"),
				form("F42 groups two hundred deep", "form-too-much", "{\"id\":\"hostile\",\"components\":[" + deep + "]}"),
				form("F43 brackets a hundred thousand deep", "no-form", "{\"id\":\"hostile\",\"components\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
				form("F44 five thousand components", "form-too-much", "{\"id\":\"hostile\",\"components\":[" + many + "]}"),
				form("F45 no JSON", "no-form", "module.exports = require('child_process').exec('id')"),
				form("F46 null character", "encoding", "{\"id\":\"hostile\u0000\",\"components\":[]}"),
				form("F47 two megabytes", "too-large", "{\"id\":\"hostile\",\"components\":[]}" + " ".repeat(2 << 20)));
	}

	private static Hostile component(String row, String members) {
		return component(row, "component", members);
	}

	/** @param part of the form that is refused: some of its rows meet the rule of a feature before that of the component */
	private static Hostile component(String row, String part, String members) {
		boolean feature = part.equals("feature") || members.matches(".*\"(content|url|source|dataSource|path|expression)\":.*");
		return form(row, feature ? "form-feature" : "form-component", "{\"id\":\"hostile\",\"components\":[{\"id\":\"odd\"," + members + "}]}");
	}

	private static Hostile hidden(String row, String condition) {
		return form(row, "feel-in-form", "{\"id\":\"hostile\",\"components\":[{\"type\":\"textfield\",\"id\":\"odd\",\"key\":\"word\",\"conditional\":{\"hide\":\"" + condition + "\"}}]}");
	}

	private static Hostile form(String row, String rule, String json) {
		return new Hostile(row, "hostile.form", json, rule, false);
	}
}
