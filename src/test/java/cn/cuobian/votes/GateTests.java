package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.CuobianTest;

/** The shares of the law, at the number and one below it. */
@CuobianTest
class GateTests {

	@Autowired
	Gates gates;

	@Test
	void exactlyTwoThirdsTakePart() {
		var gate = gates.of(Gates.PARTICIPATION);
		assertThat(gate.over(new Weight(600_000, 60), new Weight(900_000, 90)).passed()).isTrue();
		assertThat(gate.over(new Weight(599_999, 60), new Weight(900_000, 90))).returns(false, Ruling::byArea).returns(true, Ruling::byHeads)
				.returns(false, Ruling::passed);
		assertThat(gate.over(new Weight(600_000, 59), new Weight(900_000, 90))).returns(true, Ruling::byArea).returns(false, Ruling::byHeads)
				.returns(false, Ruling::passed);
	}

	@Test
	void exactlyHalfIsNoMajority() {
		var gate = gates.of(Gates.ORDINARY);
		assertThat(gate.over(new Weight(500_001, 31), new Weight(1_000_000, 60)).passed()).isTrue();
		assertThat(gate.over(new Weight(500_000, 31), new Weight(1_000_000, 60)).passed()).isFalse();
		assertThat(gate.over(new Weight(500_001, 30), new Weight(1_000_000, 60)).passed()).isFalse();
		assertThat(gate.over(Weight.NONE, Weight.NONE).passed()).as("of nobody").isFalse();
	}

	@Test
	void exactlyThreeQuartersAreEnoughForAMajorMatter() {
		var gate = gates.of(Gates.MAJOR);
		assertThat(gate.over(new Weight(750_000, 45), new Weight(1_000_000, 60)).passed()).isTrue();
		assertThat(gate.over(new Weight(749_999, 45), new Weight(1_000_000, 60)).passed()).isFalse();
		assertThat(gate.over(new Weight(750_000, 44), new Weight(1_000_000, 60)).passed()).isFalse();
	}

	@Test
	void oneMissingIsNotUnanimous() {
		var gate = gates.of(Gates.UNANIMOUS);
		assertThat(gate.over(new Weight(7_000, 7), new Weight(7_000, 7)).passed()).isTrue();
		assertThat(gate.over(new Weight(6_999, 7), new Weight(7_000, 7)).passed()).isFalse();
		assertThat(gate.over(new Weight(7_000, 6), new Weight(7_000, 7)).passed()).isFalse();
	}

	@Test
	void theThreeMattersOfMoneyAndChangeAreMajorAndTheOthersOrdinary() {
		IntStream.of(6, 7, 8).forEach(item -> assertThat(gates.forItem(item).code()).as("item " + item).isEqualTo(Gates.MAJOR));
		IntStream.of(1, 2, 3, 4, 5, 9).forEach(item -> assertThat(gates.forItem(item).code()).as("item " + item).isEqualTo(Gates.ORDINARY));
		assertThat(gates.forItem(279).code()).isEqualTo(Gates.UNANIMOUS);
		assertThatThrownBy(() -> gates.forItem(10)).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void aRulingPrintsItsArithmetic() {
		assertThat(gates.of(Gates.PARTICIPATION).over(new Weight(700_000, 61), new Weight(1_000_000, 89)).arithmetic())
				.containsExactly("3 × 7000.00 = 21000.00 ≥ 2 × 10000.00 = 20000.00", "3 × 61 = 183 ≥ 2 × 89 = 178");
		assertThat(gates.of(Gates.ORDINARY).over(new Weight(500_000, 31), new Weight(1_000_000, 60)).arithmetic())
				.containsExactly("2 × 5000.00 = 10000.00 ≤ 10000.00", "2 × 31 = 62 > 60");
		assertThat(gates.of(Gates.MAJOR).over(new Weight(1, 1), new Weight(2, 1)).arithmetic())
				.containsExactly("4 × 0.01 = 0.04 < 3 × 0.02 = 0.06", "4 × 1 = 4 ≥ 3 × 1 = 3");
		assertThat(gates.of(Gates.MAJOR).article()).contains("278", "四分之三以上");
	}
}
