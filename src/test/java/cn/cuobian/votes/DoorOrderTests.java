package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class DoorOrderTests {

	@Test
	void doorsAreSortedByTheirNumbersAndNotByTheirText() {
		assertThat(Stream.of("10幢101", "2幢101", "1幢1001", "1幢商铺2", "1幢101", "1幢201").sorted(DoorOrder.OF_CODES))
				.containsExactly("1幢101", "1幢201", "1幢1001", "1幢商铺2", "2幢101", "10幢101");
		assertThat(Stream.of("1幢2单元101", "1幢1单元1001", "1幢10单元101", "1幢1单元201").sorted(DoorOrder.OF_CODES))
				.containsExactly("1幢1单元201", "1幢1单元1001", "1幢2单元101", "1幢10单元101");
	}

	@Test
	void aNumberWithZerosBeforeItIsTheSameNumberAndAMuchLongerOneComesLater() {
		assertThat(Stream.of("B-123456789012", "B-10", "B-009", "B-9").sorted(DoorOrder.OF_CODES)).containsExactly("B-009", "B-9", "B-10", "B-123456789012");
	}

	@Test
	void theLongestCodeFitsTheColumn() {
		assertThat(DoorOrder.key("1-".repeat(30))).hasSizeLessThanOrEqualTo(400);
	}

	@Test
	void votersAreCountedFromDoorToDoorAndWhoHasParkingOnlyComesLast() {
		var heads = Heads.of(true, List.of(lot("1幢1001", UnitUse.DWELLING, "c"), lot("地下车位1", UnitUse.PARKING, "d"), lot("1幢101", UnitUse.DWELLING, "b"),
				lot("1幢9", UnitUse.PARKING, "b"), lot("1幢201", UnitUse.DWELLING, "c")));
		assertThat(heads.byDoor()).extracting(Head::firstDoor).containsExactly("1幢101", "1幢201", "地下车位1");
	}

	private static Lot lot(String code, UnitUse use, String owner) {
		return new Lot(code, use, 100_00, false, List.of(owner), null);
	}
}
