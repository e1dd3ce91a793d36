package cn.cuobian.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every visible string stands in messages, in Chinese and in English. */
class WordsTest {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");
	private static final Path FORMS = Path.of("forms");
	private static final Path JAVA = Path.of("src/main/java");
	private static final Pattern CHINESE_OR_NO_LETTERS = Pattern.compile("(?s).*\\p{IsHan}.*|[^A-Za-z]*");
	private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");
	/** The name of the language itself and the character on the mark. */
	private static final Set<String> CHINESE_IN_ENGLISH = Set.of("app.language.zh", "app.mark", "app.name");

	/** Chinese that is data: names of places and of a library, what people type, pairs that stand in both languages side by side. */
	private static final Set<String> DATA = Set.of("clocks/StatutoryHolidays.java", "forms/AnswerText.java", "territory/PlaceDraft.java",
			"matters/ReportCheck.java", "votes/RollColumn.java", "votes/RollDraft.java",
			"votes/RollFile.java", "votes/RollPrint.java", "votes/Sale.java", "votes/UnitCells.java", "votes/UnitUse.java", "demo/DemoOwners.java", "demo/DemoSheet.java",
			"elections/NominationFile.java");
	/** Sheets for a notice board and a court in China: Chinese, whoever prints them. */
	private static final String PRINTED = "/print/";

	static Stream<String> bundles() {
		return Bundles.names();
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void both_languages_have_the_same_keys(String bundle) {
		assertThat(Bundles.english(bundle).keySet()).isEqualTo(Bundles.chinese(bundle).keySet());
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void both_languages_speak_of_the_same_things(String bundle) {
		Map<String, String> english = Bundles.english(bundle);
		Bundles.chinese(bundle).forEach((key, sentence) -> {
			assertThat(sentence).as(key).isNotBlank();
			assertThat(arguments(english.get(key))).as(key).isEqualTo(arguments(sentence));
		});
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void each_language_is_written_in_its_own_letters(String bundle) {
		assertThat(Bundles.english(bundle).entrySet()).filteredOn(e -> !CHINESE_IN_ENGLISH.contains(e.getKey()))
				.filteredOn(e -> e.getValue().codePoints().anyMatch(Character::isIdeographic)).isEmpty();
		assertThat(Bundles.chinese(bundle).entrySet()).filteredOn(e -> !CHINESE_OR_NO_LETTERS.matcher(e.getValue()).matches())
				.filteredOn(e -> e.getValue().contains(" ")).isEmpty();
	}

	@Test
	void every_key_a_template_uses_exists() {
		Set<String> known = Bundles.all().keySet();
		assertThat(found(TEMPLATES, ".html", html -> new TemplateWords(html).keys().stream().filter(key -> !exists(known, key)).toList()))
				.isEmpty();
	}

	@Test
	void no_template_speaks_past_the_messages() {
		var found = found(TEMPLATES, ".html", html -> new TemplateWords(html).hardCoded());
		found.keySet().removeIf(file -> file.toString().contains(PRINTED));
		assertThat(found).isEmpty();
	}

	@Test
	void no_class_speaks_past_the_messages() {
		Map<Path, List<String>> found = found(JAVA, ".java", JavaWords::hardCoded);
		found.keySet().removeIf(file -> file.endsWith("package-info.java") || DATA.contains(room(file)));
		assertThat(found).isEmpty();
	}

	@Test
	void every_text_of_a_form_also_stands_in_english() {
		assertThat(found(FORMS, ".form", FormWords::withoutEnglish)).isEmpty();
	}

	@Test
	void a_form_that_speaks_chinese_only_is_found_out() {
		assertThat(FormWords.withoutEnglish("""
				{"components": [
					{"type": "text", "text": "说明", "properties": {"text.en": "Note"}},
					{"type": "radio", "label": "意见", "properties": {"label.en": "Opinion"},
						"values": [{"value": "yes", "label": "同意"}]}]}""")).containsExactly("同意");
	}

	@Test
	void a_template_that_speaks_by_itself_is_found_out() {
		assertThat(new TemplateWords("<p>保存</p>").hardCoded()).containsExactly("保存");
		assertThat(new TemplateWords("<p>Please save now</p>").hardCoded()).containsExactly("Please save now");
		assertThat(new TemplateWords("<input title=\"Your phone number\">").hardCoded()).containsExactly("Your phone number");
		assertThat(new TemplateWords("<p th:text=\"${n} + '天'\"></p>").hardCoded()).containsExactly("天");
	}

	@Test
	void a_sample_text_and_a_comment_are_left_alone() {
		assertThat(new TemplateWords("<!-- 说明 --><p th:text=\"#{app.save}\">保存</p>").hardCoded()).isEmpty();
	}

	@Test
	void a_key_that_nobody_wrote_down_is_found_out() {
		Set<String> known = Set.of("app.save", "matters.state.OPEN");
		assertThat(new TemplateWords("<p th:text=\"#{app.svae}\"></p>").keys()).noneMatch(key -> exists(known, key));
		assertThat(new TemplateWords("<p th:text=\"#{app.save}\"></p>").keys()).allMatch(key -> exists(known, key));
		assertThat(new TemplateWords("<p th:text=\"#{'matters.state.' + ${s}}\"></p>").keys()).allMatch(key -> exists(known, key));
		assertThat(new TemplateWords("<p th:text=\"#{'matters.sate.' + ${s}}\"></p>").keys()).noneMatch(key -> exists(known, key));
	}

	@Test
	void a_class_that_speaks_by_itself_is_found_out() {
		assertThat(JavaWords.hardCoded("// 说明\nString s = \"保存\"; /* 说明 */ char c = '\"';")).containsExactly("保存");
		assertThat(JavaWords.hardCoded("String s = \"save\"; // \"保存\"")).isEmpty();
	}

	private static String room(Path file) {
		return file.getParent().getFileName() + "/" + file.getFileName();
	}

	private static boolean exists(Set<String> known, String key) {
		return key.endsWith("*") ? known.stream().anyMatch(k -> k.startsWith(key.substring(0, key.length() - 1))) : known.contains(key);
	}

	/** How many arguments a sentence uses; a name that exists in both languages comes as two, of which each takes its own. */
	private static long arguments(String sentence) {
		return ARGUMENT.matcher(sentence).results().map(MatchResult::group).distinct().count();
	}

	private static Map<Path, List<String>> found(Path home, String ending, Function<String, List<String>> look) {
		return Bundles.files(home, ending).map(file -> Map.entry(file, look.apply(Bundles.text(file))))
				.filter(entry -> !entry.getValue().isEmpty())
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
	}
}
