package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

@CuobianTest
class RollImportTests {

	private static final Declared SMALL = new Declared(SheetRolls.SMALL_UNITS, SheetRolls.SMALL_AREA);

	@Autowired
	ApplicationContext application;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	SomePeople somePeople;
	@Autowired
	SheetRolls some;
	@Autowired
	Rolls rolls;
	@Autowired
	RollImport imports;
	@Autowired
	RollUnits units;
	@Autowired
	RollOwners owners;
	@Autowired
	RollRecord record;
	@Autowired
	JdbcClient db;
	@Autowired
	TestClock clock;

	Branch branch;
	Viewer officer;

	@BeforeEach
	void somebodyAndSomewhere() {
		branch = somePlaces.branch();
		officer = TestViewers.of(application, somePeople.holding("election-officer", branch.township()));
	}

	@Test
	void aSheetBecomesTheRoll() {
		var id = some.draft(branch.compound(), officer);

		assertThat(rolls.of(id)).isEqualTo(new RollFacts(id, branch.compound(), "测试名册", false, RollState.DRAFT, 10, 7, 918_50, null));
		var couple = units.find(id, "1幢102").orElseThrow();
		assertThat(couple.area()).isEqualTo(100_00);
		assertThat(owners.ofUnit(couple.id())).extracting(RollOwner::name).containsExactly("林丽华", "林建国");
		assertThat(owners.ofUnit(couple.id())).extracting(RollOwner::representative).containsExactly(false, true);
		assertThat(owners.ofUnit(units.find(id, "1幢202").orElseThrow().id())).as("the number stands in his other line")
				.extracting(RollOwner::phone).containsExactly("13900000201");
		assertThat(units.find(id, "1幢302").orElseThrow().unsold()).isTrue();
		assertThat(record.latest(id, 5)).extracting(RollEntry::act).containsExactly(RollAct.IMPORTED);
	}

	@Test
	void theDeveloperIsOnePersonInAllThatIsUnsold() {
		var csv = "房号,面积,销售状态,业主,手机\n1幢1,50,未售,海丝置业,059588001234\n1幢2,50,未售,海丝置业,\n1幢3,50,未交付,,\n";
		var id = some.imported(branch.compound(), officer, false, csv, new Declared(3, 150_00));
		rolls.freeze(id, officer);

		assertThat(owners.names(id)).hasSize(1);
		assertThat(owners.ofHead(rolls.headOf(id, "1幢3").orElseThrow())).singleElement()
				.satisfies(owner -> assertThat(owner).extracting(RollOwner::name, RollOwner::phone, RollOwner::representative)
						.containsExactly("海丝置业", "059588001234", true));
	}

	@Test
	void countsParkingWhenTheRulesOfProcedureDo() {
		var id = some.imported(branch.compound(), officer, true, SheetRolls.SMALL, SMALL);

		assertThat(rolls.of(id).area()).isEqualTo(SheetRolls.SMALL_AREA);
		assertThat(rolls.of(id).heads()).as("王雅婷 has nothing but a parking space").isEqualTo(8);
	}

	@Test
	void aBadSheetChangesNothing() {
		var id = some.draft(branch.compound(), officer);
		var bad = keep(id, SheetRolls.SMALL.replace("2幢101,89.50", "2幢101,0"), SMALL);

		assertThatThrownBy(() -> imports.apply(id, bad, "换成新的表", officer)).isInstanceOf(Refusal.class).hasMessage("votes.roll-area-not-positive");

		assertThat(rolls.of(id).area()).isEqualTo(918_50);
		assertThat(units.find(id, "2幢101").orElseThrow().area()).isEqualTo(89_50);
	}

	@Test
	void aTotalThatDoesNotMatchItsSheetIsRefused() {
		var id = rolls.create(branch.compound(), "名册", false, officer);

		assertThatThrownBy(() -> imports.apply(id, keep(id, SheetRolls.SMALL, new Declared(12, 943_51)), "", officer)).hasMessage("votes.roll-area-differs");
		assertThatThrownBy(() -> imports.apply(id, keep(id, SheetRolls.SMALL, new Declared(13, 943_50)), "", officer)).hasMessage("votes.roll-units-differ");
		assertThat(rolls.of(id).units()).isZero();
	}

	@Test
	void aSecondSheetNeedsAReasonAndTakesThePlaceOfTheFirst() {
		var id = some.draft(branch.compound(), officer);
		var two = "房号,面积,业主\n1幢101,100.01,陈晓明\n1幢103,80,曾丽\n";
		var upload = keep(id, two, new Declared(2, 180_01));

		assertThatThrownBy(() -> imports.apply(id, upload, "..", officer)).hasMessage("votes.roll-reason");
		imports.apply(id, upload, "房管部门更正了面积", officer);

		assertThat(rolls.of(id)).extracting(RollFacts::units, RollFacts::heads, RollFacts::area).containsExactly(2, 2, 180_01L);
		assertThat(units.find(id, "1幢102")).isEmpty();
		assertThat(db.sql("select count(*) from roll_owner where roll_id = ?").param(id).query(Integer.class).single()).isEqualTo(2);
		assertThat(record.latest(id, 5).get(0).reason()).isEqualTo("房管部门更正了面积");
	}

	@Test
	void aPreviewIsWorthNothingAfterTheRollHasChangedOrADayHasPassed() {
		var id = some.draft(branch.compound(), officer);
		var first = keep(id, SheetRolls.SMALL, SMALL);
		var second = keep(id, SheetRolls.SMALL, SMALL);
		imports.apply(id, first, "再导入一次", officer);

		assertThatThrownBy(() -> imports.apply(id, second, "再导入一次", officer)).hasMessage("votes.roll-changed-since");
		assertThatThrownBy(() -> imports.apply(id, first, "再导入一次", officer)).hasMessage("votes.roll-upload-gone");
		var late = keep(id, SheetRolls.SMALL, SMALL);
		clock.travel(Duration.ofHours(25));
		assertThatThrownBy(() -> imports.apply(id, late, "再导入一次", officer)).hasMessage("votes.roll-upload-gone");
	}

	@Test
	void anotherOfficerCannotConfirmAFileAndAStrangerSeesNoRoll() {
		var id = some.draft(branch.compound(), officer);
		var upload = keep(id, SheetRolls.SMALL, SMALL);
		var colleague = TestViewers.of(application, somePeople.holding("election-officer", branch.township()));
		var stranger = TestViewers.of(application, somePeople.holding("election-officer", somePlaces.branch().township()));

		assertThatThrownBy(() -> imports.apply(id, upload, "替同事确认", colleague)).hasMessage("votes.roll-upload-gone");
		assertThatThrownBy(() -> imports.apply(id, upload, "看看别人的", stranger)).hasMessage("refusals.not-found");
		assertThatThrownBy(() -> imports.keep(rolls.of(id), new byte[0], SMALL, stranger)).hasMessage("refusals.not-found");
	}

	@Test
	void noNameNumberOrAddressCanBeReadInTheDatabase() {
		var id = some.draft(branch.compound(), officer);
		keep(id, SheetRolls.SMALL, SMALL);

		for (var column : new String[] { "roll_owner:name_sealed", "roll_owner:phone_sealed", "roll_owner:mail_sealed", "roll_upload:content" }) {
			var values = db.sql("select " + column.split(":")[1] + " from " + column.split(":")[0] + " where roll_id = ?").param(id)
					.query((row, number) -> row.getBytes(1) == null ? "" : new String(row.getBytes(1), StandardCharsets.UTF_8)).list();
			assertThat(values).as(column).isNotEmpty().noneMatch(value -> value.contains("陈晓明") || value.contains("13900000") || value.contains("example"));
		}
		assertThat(db.sql("select owner_key from roll_owner where roll_id = ?").param(id).query(String.class).list()).allMatch(key -> key.matches("[0-9a-f]{64}"));
	}

	@Test
	void theSamePersonHasAnotherKeyInAnotherRoll() {
		var one = some.draft(branch.compound(), officer);
		var other = some.draft(branch.compound(), officer);

		assertThat(keys(one)).isNotEmpty().doesNotContainAnyElementsOf(keys(other));
	}

	private List<String> keys(long roll) {
		return db.sql("select owner_key from roll_owner where roll_id = ?").param(roll).query(String.class).list();
	}

	private String keep(long roll, String csv, Declared declared) {
		return imports.keep(rolls.of(roll), csv.getBytes(StandardCharsets.UTF_8), declared, officer);
	}
}
