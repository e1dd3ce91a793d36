package cn.cuobian.faults;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import cn.cuobian.matters.Report;

/**
 * What people, programs and attackers write into a field.
 *
 * @param form  as a form sends it
 * @param json  as it stands between the quotes of a JSON text
 * @param plain what is meant, where it means anything
 */
record OddTexts(String name, String form, String json, String plain) {

	/** The longest that a report may be, in characters. */
	static final int LONGEST = Report.MAX_NARRATIVE;
	private static final int MEGABYTE = 1 << 20;

	static List<OddTexts> all() {
		return List.of(of("nothing", ""), of("white space", " \t\n\u3000"), of("the longest", "漏".repeat(LONGEST)), of("one too many", "漏".repeat(LONGEST + 1)),
				of("a megabyte", "x".repeat(MEGABYTE)), of("characters of four bytes", "🏚️👨‍👩‍👧‍👦𠮷 漏水"), of("right to left", "\u202Eتسرب\u202C مياه"),
				of("combining marks", "e" + "\u0301".repeat(200)), of("a byte order mark", "\uFEFF漏水\uFFFE"), of("control characters", "漏\u0001\u001B[2J\u007F\u0085水"),
				of("quotes and a comment", "'; drop table matter; --"), of("markup", "<script>alert(1)</script>${7*7}#{x}"), of("a path", "../../../etc/passwd%00"),
				of("many lines", "漏\r\n".repeat(900)), new OddTexts("a character 0", "%E6%BC%8F%00%E6%B0%B4", "漏" + "\\" + "u0000水", null),
				new OddTexts("half a character", "%ED%A0%80", "漏" + "\\" + "ud83c水", null), new OddTexts("broken encoding", "%C3%28%FF", "\\x", null),
				new OddTexts("a percent sign alone", "%", "%", null));
	}

	private static OddTexts of(String name, String text) {
		var json = new StringBuilder();
		text.chars().forEach(c -> json.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
		return new OddTexts(name, URLEncoder.encode(text, StandardCharsets.UTF_8), json.toString(), text);
	}
}
