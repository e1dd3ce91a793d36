package cn.cuobian.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drawings and their companions in Java name the same steps. */
class DisputeModelsTests {

	private static final Pattern STEPS = Pattern.compile("<userTask id=\"([a-z_]+)\"");

	@ParameterizedTest
	@ValueSource(classes = { DisputeModel.class, DistrictListModel.class, MediationModel.class })
	void nameTheSameSteps(Class<?> companion) throws IOException {
		var constants = Arrays.stream(companion.getFields()).map(DisputeModelsTests::value).toList();
		var drawing = Files.readString(Path.of("bpmn/dispute", constants.get(0) + ".bpmn"));
		assertThat(constants).allSatisfy(id -> assertThat(drawing).contains("id=\"" + id + "\""));
		assertThat(constants).containsAll(STEPS.matcher(drawing).results().map((MatchResult step) -> step.group(1)).toList());
	}

	private static String value(Field constant) {
		try {
			return (String) constant.get(null);
		} catch (IllegalAccessException e) {
			throw new AssertionError(e);
		}
	}
}
