package cn.cuobian.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import cn.cuobian.matters.ClosingModel;

/** The drawings and their companions in Java name the same steps. */
class ModelConstantsTests {

	private static final Pattern STEPS = Pattern.compile("<userTask id=\"([a-z_]+)\"");

	@Test
	void theLadder() throws IOException {
		agree(LadderModel.class, "bpmn/escalation/ladder.bpmn");
	}

	@Test
	void closingAMatter() throws IOException {
		agree(ClosingModel.class, "bpmn/matters/close_matter.bpmn");
	}

	private static void agree(Class<?> companion, String file) throws IOException {
		var drawing = Files.readString(Path.of(file));
		var constants = Arrays.stream(companion.getFields()).map(ModelConstantsTests::value).toList();
		assertThat(constants).allSatisfy(id -> assertThat(drawing).contains("id=\"" + id + "\""));
		List<String> steps = STEPS.matcher(drawing).results().map((MatchResult step) -> step.group(1)).toList();
		assertThat(constants).containsAll(steps);
	}

	private static String value(Field constant) {
		try {
			return (String) constant.get(null);
		} catch (IllegalAccessException e) {
			throw new AssertionError(e);
		}
	}
}
