package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** SPC interpretation on divided ownership, articles 8 and 9, as code. Areas in 0.01 m². */
class HeadsTests {

	private static final long HUNDRED = 100_00;

	@Test
	void aHundredUnitsWithTenUnsoldAndOneOwnerOfThreeAreEightyNineHeads() {
		var lots = new ArrayList<Lot>();
		for (int i = 1; i <= 100; i++) {
			lots.add(i <= 10 ? unsold(code(i), HUNDRED) : sold(code(i), HUNDRED, i <= 13 ? "A" : "owner" + i));
		}

		var heads = Heads.of(false, lots);

		assertThat(heads.count()).isEqualTo(89);
		assertThat(heads.area()).isEqualTo(10_000_00);
		assertThat(heads.units()).isEqualTo(100);
		assertThat(heads.all().get(0).kind()).isEqualTo(HeadKind.DEVELOPER);
		assertThat(heads.all().get(0).area()).isEqualTo(1_000_00);
		assertThat(heads.all().get(1).area()).as("the owner of three").isEqualTo(300_00);
		assertThat(heads.all()).filteredOn(head -> head.area() == HUNDRED).hasSize(87);
	}

	@Test
	void coOwnersAreOneHeadWhoeverIsWrittenFirstAndAnotherThanOneOfThemAlone() {
		var heads = Heads.of(false, List.of(sold("1", 1, "he", "she"), sold("2", 1, "she", "he"), sold("3", 1, "she")));

		assertThat(heads.all()).extracting(head -> head.lots().size()).containsExactly(2, 1);
	}

	@Test
	void whatIsUnsoldAndWhatIsNotHandedOverIsOneHeadTogether() {
		var named = new Lot("3", UnitUse.SHOP, 5, true, List.of("developer"), "developer");

		var heads = Heads.of(false, List.of(unsold("1", 1), unsold("2", 2), named));

		assertThat(heads.all()).singleElement().satisfies(head -> {
			assertThat(head.kind()).isEqualTo(HeadKind.DEVELOPER);
			assertThat(head.area()).isEqualTo(8);
			assertThat(head.representative()).isEqualTo("developer");
		});
	}

	@Test
	void allUnsoldIsOneHeadAndNothingIsNone() {
		assertThat(Heads.of(true, List.of(unsold("1", 7), unsold("2", 7))).count()).isEqualTo(1);
		assertThat(Heads.of(true, List.of()).count()).isZero();
		assertThat(Heads.of(true, List.of()).area()).isZero();
	}

	@Test
	void parkingCountsByTheRulesOfProcedureOnly() {
		var lots = List.of(sold("1", 100, "A"), parking("P1", 12, "A"), parking("P2", 12, "C"));

		assertThat(Heads.of(false, lots).area()).isEqualTo(100);
		assertThat(Heads.of(false, lots).count()).as("parking spaces that do not count make nobody a voter").isEqualTo(1);
		assertThat(Heads.of(true, lots).area()).isEqualTo(124);
		assertThat(Heads.of(true, lots).count()).as("C has nothing but a parking space").isEqualTo(2);
	}

	@Test
	void aParkingSpaceOfOneOfTwoCoOwnersMakesNoHeadOfItsOwn() {
		var lots = List.of(parking("P1", 12, "she"), sold("1", 100, "he", "she"), parking("P2", 12, "she", "he"));

		var heads = Heads.of(true, lots);

		assertThat(heads.all()).singleElement().satisfies(head -> assertThat(head.lots()).extracting(Lot::code).containsExactly("1", "P1", "P2"));
	}

	@Test
	void aParkingSpaceGoesToTheHeadOfExactlyItsOwnersBeforeAnyOther() {
		var lots = List.of(sold("1", 100, "he", "she"), sold("2", 90, "she"), parking("P1", 12, "she"));

		assertThat(Heads.of(true, lots).all()).extracting(Head::area).containsExactly(100L, 102L);
	}

	@Test
	void unsoldParkingIsTheDevelopersEvenIfHeHasNothingElse() {
		var space = new Lot("P1", UnitUse.PARKING, 12, true, List.of(), null);

		assertThat(Heads.of(true, List.of(sold("1", 100, "A"), space)).all()).extracting(Head::kind)
				.containsExactly(HeadKind.OWNER, HeadKind.DEVELOPER);
		assertThat(Heads.of(false, List.of(sold("1", 100, "A"), space)).count()).isEqualTo(1);
	}

	@Test
	void theOrderOfTheLinesChangesNothing() {
		var lots = new ArrayList<Lot>();
		for (int i = 0; i < 200; i++) {
			var owners = new String[] { "o" + i % 60, "o" + i % 7 };
			lots.add(i % 9 == 0 ? unsold(code(i), 50) : i % 5 == 0 ? parking(code(i), 12, owners[1]) : sold(code(i), 50 + i, owners));
		}
		var expected = text(Heads.of(true, lots));
		var random = new Random(46);

		for (int i = 0; i < 50; i++) {
			Collections.shuffle(lots, random);
			assertThat(text(Heads.of(true, lots))).isEqualTo(expected);
		}
	}

	@Test
	void headsTogetherHaveTheWholeArea() {
		var lots = List.of(sold("1", 33_33, "A"), sold("2", 66_67, "A", "B"), unsold("3", 1), parking("4", 12_50, "B"));

		assertThat(Heads.of(true, lots).area()).isEqualTo(33_33 + 66_67 + 1 + 12_50);
	}

	private static List<String> text(Heads heads) {
		return heads.all().stream().map(head -> head.buyer() + head.area() + head.lots()).toList();
	}

	private static String code(int i) {
		return "%03d".formatted(i);
	}

	private static Lot sold(String code, long area, String... owners) {
		return new Lot(code, UnitUse.DWELLING, area, false, Arrays.asList(owners), owners[0]);
	}

	private static Lot parking(String code, long area, String... owners) {
		return new Lot(code, UnitUse.PARKING, area, false, Arrays.asList(owners), owners[0]);
	}

	private static Lot unsold(String code, long area) {
		return new Lot(code, UnitUse.DWELLING, area, true, List.of(), null);
	}
}
