package cn.cuobian.messages;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a mail says, for its plain and its rich part alike.
 *
 * @param sections the same in each of the reader's languages
 */
record Letter(String subject, List<Section> sections) {

	/** @param lines what happened; @param link where to look; @param why how to get no more of them */
	record Section(String language, String heading, List<Line> lines, String link, String linkWords, String why) {

		String plain() {
			var all = lines.stream().map(line -> "- " + line.words() + "\n  " + line.link()).collect(Collectors.joining("\n"));
			return String.join("\n", heading, "", all.isEmpty() ? link : all + "\n\n" + link, "", why);
		}
	}

	/** A line of a digest. */
	record Line(String words, String link) {
	}

	String plain() {
		return sections.stream().map(Section::plain).collect(Collectors.joining("\n\n--\n\n"));
	}
}
