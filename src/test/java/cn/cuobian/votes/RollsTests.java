package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

@CuobianTest
class RollsTests {

	@Autowired
	ApplicationContext application;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	SomePeople somePeople;
	@Autowired
	Rolls rolls;

	Branch branch;
	Viewer officer;

	@BeforeEach
	void somebodyAndSomewhere() {
		branch = somePlaces.branch();
		officer = viewer("election-officer", branch.township());
	}

	@Test
	void anOfficerBeginsAnEmptyDraft() {
		var id = rolls.create(branch.compound(), " 首次业主大会 ", true, officer);

		assertThat(rolls.of(id)).isEqualTo(
				new RollFacts(id, branch.compound(), "首次业主大会", true, RollState.DRAFT, 0, 0, 0, null));
		assertThat(rolls.at(branch.compound())).extracting(RollFacts::id).containsExactly(id);
		assertThat(rolls.headOf(id, "1幢101")).isEmpty();
	}

	@Test
	void unitsAreListedFromDoorToDoorAndVotersAreNumberedInThatOrder() {
		var id = rolls.create(branch.compound(), "名册", false, officer);
		var sheet = """
				房号,楼栋,面积,销售状态,业主,证件号后四位
				10幢101,10幢,100.00,已售,陈一,0001
				1幢1001,1幢,100.00,已售,林二,0002
				1幢101,1幢,100.00,已售,黄三,0003
				2幢101,2幢,100.00,已售,张四,0004
				""";
		rolls.read(id, sheet.getBytes(StandardCharsets.UTF_8), 4, 400_00, officer);

		var units = application.getBean(RollUnits.class);
		assertThat(units.search(id, "", "", 2)).extracting(RollUnit::code).containsExactly("1幢101", "1幢1001");
		assertThat(units.search(id, "", "1幢1001", 2)).extracting(RollUnit::code).containsExactly("2幢101", "10幢101");
		rolls.freeze(id, officer);
		var heads = application.getBean(HeadRows.class);
		assertThat(heads.of(id)).extracting(head -> String.join("", heads.units(head.id()))).containsExactly("1幢101", "1幢1001", "2幢101", "10幢101");
	}

	@Test
	void onlyTheOfficerOfThePlaceMakesARollAndOnlyOfACompound() {
		var elsewhere = viewer("election-officer", somePlaces.branch().township());
		var leader = viewer("leader-office", branch.township());

		assertThatThrownBy(() -> rolls.create(branch.compound(), "名册", true, elsewhere)).hasMessage("votes.roll-not-officer");
		assertThatThrownBy(() -> rolls.create(branch.compound(), "名册", true, leader)).hasMessage("votes.roll-not-officer");
		assertThatThrownBy(() -> rolls.create(branch.building(), "名册", true, officer)).hasMessage("votes.roll-no-compound");
		assertThatThrownBy(() -> rolls.create(branch.compound(), " ", true, officer)).hasMessage("votes.roll-title");
		assertThat(rolls.at(branch.compound())).isEmpty();
	}

	@Test
	void anUnknownRollIsNotFound() {
		assertThatThrownBy(() -> rolls.of(-1)).isInstanceOfSatisfying(Refusal.class,
				refusal -> assertThat(refusal.status().value()).isEqualTo(404));
	}

	private Viewer viewer(String post, String place) {
		return TestViewers.of(application, somePeople.holding(post, place));
	}
}
