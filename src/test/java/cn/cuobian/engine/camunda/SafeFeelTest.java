package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How deep brackets may stand within each other; what else FEEL may say is tried with whole models in {@link HostileModelsTests}. */
class SafeFeelTest {

	@ParameterizedTest
	@ValueSource(strings = { "((((((((1))))))))", "list contains([1, 2], (3))", "[1..3), [5..8), [9..12)", "]1..3[", "count([]) = 0", "asked = []", "\"[[[[[[[[[[[[\"",
			"not(list contains(asked, \"fire\")) and (hours > 1 or (agreed and not(urgent)))", "(a) or (b) or (c) or (d) or (e) or (f) or (g) or (h) or (i) or (j)" })
	void allowed(String feel) {
		assertThat(SafeFeel.allows(feel)).isTrue();
	}

	/** The third was found by a fuzzer: it kept a server busy for longer than two minutes. */
	@ParameterizedTest
	@ValueSource(strings = { "(((((((((1)))))))))", "[[[[[[[[[1]]]]]]]]]", "(((((([[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[-nad3le", "[][][][][][][][][]", "[] [ ](1)", "1 in (1 in (1 in (1 in (1 in (1 in (1 in (1 in (1 in (",
			"([([([([([", "(](](](](](](](](](", "[)[)[)[)[)[)" })
	void refused(String feel) {
		assertThat(SafeFeel.allows(feel)).isFalse();
	}
}
