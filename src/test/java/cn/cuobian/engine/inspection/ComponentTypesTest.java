package cn.cuobian.engine.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.cuobian.forms.FieldType;

/** The gate and the room that checks forms know the same components, and mean the same by them. */
class ComponentTypesTest {

	@Test
	void theGateKnowsWhatTheServerCanCheckAndNothingElse() {
		assertThat(ComponentTypes.SILENT).isEqualTo(types(type -> !type.asks()));
		assertThat(ComponentTypes.DECISIONS).isEqualTo(types(FieldType::decides));
		assertThat(ComponentTypes.WORDS).isEqualTo(types(type -> type.asks() && !type.decides()));
	}

	private static Set<String> types(Predicate<FieldType> which) {
		return Stream.of(FieldType.values()).filter(which).map(FieldType::jsName).collect(Collectors.toSet());
	}
}
