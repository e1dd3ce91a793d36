package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The drawings of the room say on what each step rests, and Java knows no step that they do not have. */
class ElectionModelsTests {

	private static final Path MODELS = Path.of("bpmn/elections");
	private static final Path CODE = Path.of("src/main/java/cn/cuobian/elections");
	private static final Pattern TASKS = Pattern.compile("<userTask id=\"(\\w+)\".*?</userTask>", Pattern.DOTALL);
	private static final Pattern STEP_IN_CODE = Pattern.compile("\"(user_[a-z_]+)\"");

	@ParameterizedTest
	@MethodSource("models")
	void everyStepOfPeopleNamesItsBasisAndItsArticle(Path model) throws IOException {
		assertThat(TASKS.matcher(Files.readString(model)).results().map(MatchResult::group).toList()).allSatisfy(task -> {
			assertThat(task).containsPattern("name=\"basis\" value=\"(legal|provincial|local-programme)\"");
			assertThat(task).containsPattern("name=\"article\" value=\"[^\"]+\"");
			assertThat(task).containsPattern("name=\"clock\" value=\"[A-Z.]+\"");
		});
	}

	static Stream<Path> models() throws IOException {
		return Files.list(MODELS).filter(file -> file.toString().endsWith(".bpmn"));
	}

	@Test
	void everyStepThatJavaWaitsForIsDrawn() throws IOException {
		var drawn = models().map(ElectionModelsTests::text).flatMap(text -> TASKS.matcher(text).results().map(task -> task.group(1))).toList();
		List<String> known = Files.list(CODE).map(ElectionModelsTests::text)
				.flatMap(text -> STEP_IN_CODE.matcher(text).results().map(step -> step.group(1))).distinct().toList();
		assertThat(known).hasSizeGreaterThan(10);
		assertThat(drawn).containsAll(known);
	}

	@Test
	void everyMilestoneOfAStepIsOneOfADrawing() {
		assertThat(Arrays.stream(Milestone.values())).hasSize(16);
		assertThat(Milestone.of("user_fix_list")).contains(Milestone.LIST);
		assertThat(Milestone.of("user_answer_objections")).isEmpty();
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
