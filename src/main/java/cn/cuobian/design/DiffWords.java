package cn.cuobian.design;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.cuobian.design.diff.Comparison;
import cn.cuobian.design.diff.FileDifference;
import cn.cuobian.design.diff.Item;
import cn.cuobian.design.diff.Mark;
import cn.cuobian.design.reading.Phrase.Listed;
import cn.cuobian.design.reading.Phrase.Named;
import cn.cuobian.design.reading.Phrase.PlaceName;
import cn.cuobian.design.reading.Phrase.PostName;
import cn.cuobian.design.reading.Phrase;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.forms.Label;
import cn.cuobian.people.PostCatalog;
import cn.cuobian.territory.Places;

/** Says in the reader's language what differs between two states of a bundle. */
@Component
class DiffWords {

	private final MessageSource messages;
	private final PostCatalog posts;
	private final Places places;

	DiffWords(MessageSource messages, PostCatalog posts, Places places) {
		this.messages = messages;
		this.posts = posts;
		this.places = places;
	}

	/**
	 * What differs in one file, said.
	 *
	 * @param title what people call the file; may be empty
	 * @param counts how many of each mark, such as two changes
	 * @param before whether the file stands on the earlier side
	 */
	record FileLines(String path, String title, Mark mark, List<String> counts, List<ItemLines> items, boolean before, boolean after) {

		public String kind() {
			return Paths.kind(path);
		}

		public String name() {
			return Paths.name(path);
		}

		/** Whether there is something to show in the drawing. */
		public boolean isDrawn() {
			return kind().equals("bpmn") && items.stream().anyMatch(item -> !item.elements().isEmpty());
		}

		/** Whether there is something to show side by side. */
		public boolean isPaired() {
			return items.stream().anyMatch(item -> !item.pairs().isEmpty());
		}
	}

	/** @param elements ids in the drawing, with blanks between them */
	record ItemLines(Mark mark, String title, List<String> lines, String elements, List<PairLine> pairs) {
	}

	/** @param mark null where both are the same; {@code before} and {@code after} are null where there is nothing */
	record PairLine(Mark mark, String label, String before, String after) {
	}

	List<FileLines> between(Collection<ModelFile> before, Collection<ModelFile> after, Locale language) {
		Map<String, String> titles = new HashMap<>(FileTitles.of(before));
		titles.putAll(FileTitles.of(after));
		return Comparison.of(before, after).stream().map(file -> said(file, titles.getOrDefault(file.path(), ""), language)).toList();
	}

	private FileLines said(FileDifference file, String title, Locale language) {
		return new FileLines(file.path(), title, file.mark(), counts(file, language), file.items().stream().map(item -> said(item, language)).toList(),
				file.mark() != Mark.ADDED, file.mark() != Mark.REMOVED);
	}

	private List<String> counts(FileDifference file, Locale language) {
		return Stream.of(Mark.values()).filter(mark -> file.items().stream().anyMatch(item -> item.mark() == mark))
				.map(mark -> say(Phrase.of("design.diff.marked", file.items().stream().filter(item -> item.mark() == mark).count(),
						Phrase.of("design.diff.mark." + mark)), language)).toList();
	}

	private ItemLines said(Item item, Locale language) {
		return new ItemLines(item.mark(), sentence(item.title(), language), item.lines().stream().map(line -> sentence(line, language)).toList(),
				String.join(" ", item.elements()), item.pairs().stream().map(pair -> new PairLine(pair.mark(), sentence(pair.label(), language),
						cell(pair.before(), language), cell(pair.after(), language))).toList());
	}

	private String cell(Object cell, Locale language) {
		return cell == null ? null : say(cell, language);
	}

	/** A sentence begins with a capital, which Chinese does not have. */
	private String sentence(Object what, Locale language) {
		var said = say(what, language);
		return said.isEmpty() ? said : said.substring(0, 1).toUpperCase(language) + said.substring(1);
	}

	/** What a phrase, or what fills one, is in this language. */
	String say(Object what, Locale language) {
		if (what instanceof Phrase phrase) {
			var arguments = phrase.arguments().stream().map(each -> each instanceof Number ? each : say(each, language)).toArray();
			return messages.getMessage(phrase.key(), arguments, language);
		}
		if (what instanceof Listed listed) {
			return listed.parts().stream().map(part -> say(part, language)).collect(Collectors.joining(messages.getMessage("design.diff.comma", null, language)));
		}
		if (what instanceof Named named) {
			return messages.getMessage(named.key(), null, named.otherwise(), language);
		}
		if (what instanceof PostName post) {
			return posts.find(post.code()).map(found -> found.name(language)).orElse(post.code());
		}
		if (what instanceof PlaceName place) {
			return places.find(place.code()).map(found -> found.name(language)).orElse(place.code());
		}
		return what instanceof Label label ? label.in(language) : String.valueOf(what);
	}
}
