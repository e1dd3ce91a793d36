package cn.cuobian.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Thymeleaf template says by itself. The text of an element with {@code th:text} is a sample that no reader
 * sees, so it does not count; neither do comments.
 */
final class TemplateWords {

	private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
	private static final Pattern TOKEN = Pattern.compile("<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>|[^<]+");
	private static final Pattern SPOKEN = Pattern.compile("\\s(?:title|placeholder|alt|aria-label|value|data-confirm|content)=\"([^\"]*)\"");
	private static final Pattern LITERAL = Pattern.compile("\\sth:[a-z-]+=\"[^\"]*'([^']*)'[^\"]*\"");
	private static final Pattern KEY = Pattern.compile("#\\{\\s*('?)([A-Za-z0-9_.-]+)\\1?");
	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
	private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}");

	private final String html;

	TemplateWords(String html) {
		this.html = COMMENT.matcher(html).replaceAll("");
	}

	/** Texts and spoken attributes that would reach the reader in one language only. */
	List<String> hardCoded() {
		return spoken().stream().filter(text -> HAN.matcher(text).find() || SENTENCE.matcher(text).find()).toList();
	}

	/** Keys of messages; a key that is put together at run time is given as its beginning with a star. */
	Set<String> keys() {
		Set<String> keys = new TreeSet<>();
		Matcher matcher = KEY.matcher(html);
		while (matcher.find()) {
			boolean builtAtRunTime = matcher.group(2).endsWith(".") || matcher.group(2).endsWith("-");
			keys.add(builtAtRunTime ? matcher.group(2) + "*" : matcher.group(2));
		}
		return keys;
	}

	private List<String> spoken() {
		List<String> spoken = new ArrayList<>();
		boolean sample = false;
		Matcher token = TOKEN.matcher(html);
		while (token.find()) {
			String part = token.group();
			if (part.startsWith("<")) {
				sample = part.contains("th:text=") || part.contains("th:replace=") || part.contains("th:inline=") || part.startsWith("<script") || part.startsWith("<style");
				addMatches(spoken, SPOKEN, part);
				addHan(spoken, part);
			} else if (!sample) {
				spoken.add(part.replaceAll("\\[\\[.*?]]", "").strip());
			}
		}
		return spoken;
	}

	private static void addMatches(List<String> spoken, Pattern pattern, String tag) {
		Matcher matcher = pattern.matcher(tag);
		while (matcher.find()) {
			if (!matcher.group(1).contains("width=device-width")) {
				spoken.add(matcher.group(1));
			}
		}
	}

	private static void addHan(List<String> spoken, String tag) {
		Matcher matcher = LITERAL.matcher(tag);
		while (matcher.find()) {
			if (HAN.matcher(matcher.group(1)).find()) {
				spoken.add(matcher.group(1));
			}
		}
	}
}
