package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.vault.Sha256;

@CuobianTest
class RollFreezeTests {

	private static final RollChanges.Ground GROUND = new RollChanges.Ground("产权证上是这样写的", null);

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
	RollUnits units;
	@Autowired
	RollOwners owners;
	@Autowired
	RollLines lines;
	@Autowired
	RollFreeze freeze;
	@Autowired
	RollChanges changes;
	@Autowired
	RollObjections objections;
	@Autowired
	RollRecord record;
	@Autowired
	JdbcClient db;

	Branch branch;
	Viewer officer;
	long roll;

	@BeforeEach
	void aDraft() {
		branch = somePlaces.branch();
		officer = TestViewers.of(application, somePeople.holding("election-officer", branch.township()));
		roll = some.draft(branch.compound(), officer);
	}

	@Test
	void theFreezePublishesNumbersAndAFingerprintThatAnybodyCanRecompute() {
		var frozen = freeze.freeze(roll, officer);

		assertThat(frozen).isEqualTo(new RollFacts(roll, branch.compound(), "测试名册", false, RollState.FROZEN, 10, 7, 918_50, frozen.fingerprint()));
		assertThat(lines.published(roll).lines()).hasSize(12).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
		assertThat(frozen.fingerprint()).isEqualTo(Sha256.hex(lines.published(roll)));
		assertThat(record.latest(roll, 1)).singleElement().satisfies(entry -> {
			assertThat(entry.act()).isEqualTo(RollAct.FROZEN);
			assertThat(entry.fingerprint()).isEqualTo(frozen.fingerprint());
		});
	}

	@Test
	void anOwnerFindsHisLineByWhatStandsOnHisNotice() {
		freeze.freeze(roll, officer);

		var line = lines.of(roll, "1幢102").orElseThrow();

		assertThat(line.text()).isEqualTo(line.salt() + "|1幢102|DWELLING|10000|false|林丽华、林建国");
		assertThat(line.salt()).matches("[0-9a-f]{16}");
		assertThat(lines.published(roll).lines()).contains(Sha256.hex(line.text()));
		assertThat(lines.of(roll)).extracting(RollLine::hash).containsExactlyElementsOf(lines.published(roll).lines().toList());
	}

	@Test
	void headsAreNumberedInTheOrderOfTheirFirstUnits() {
		freeze.freeze(roll, officer);

		assertThat(db.sql("select no, kind, area, units from roll_head where roll_id = ? order by no").param(roll)
				.query((row, number) -> row.getInt(1) + " " + row.getString(2) + " " + row.getLong(3) + " " + row.getInt(4)).list())
				.containsExactly("1 OWNER 15000 2", "2 OWNER 10000 1", "3 OWNER 20000 2", "4 DEVELOPER 20000 2",
						"5 OWNER 8950 1", "6 OWNER 8950 1", "7 OWNER 8950 1");
		assertThat(rolls.headOf(roll, "1幢201")).isPresent().isEqualTo(rolls.headOf(roll, "1幢202"));
		assertThat(rolls.headOf(roll, "1幢301")).isPresent().isEqualTo(rolls.headOf(roll, "1幢302"));
		assertThat(rolls.headOf(roll, "1幢车位2")).as("parking does not count here").isEmpty();
		assertThat(owners.ofHead(rolls.headOf(roll, "1幢102").orElseThrow())).extracting(RollOwner::name, RollOwner::representative)
				.containsExactly(tuple("林建国", true), tuple("林丽华", false));
		assertThat(owners.ofHead(rolls.headOf(roll, "1幢301").orElseThrow())).isEmpty();
	}

	@Test
	void anOpenObjectionKeepsTheRollFromBeingFrozen() {
		var id = objections.raise(roll, " 2幢 101 ", "产权证上是 90.50 平方米", officer);

		assertThatThrownBy(() -> freeze.freeze(roll, officer)).hasMessage("votes.roll-objections-open");
		assertThat(rolls.of(roll).isFrozen()).isFalse();
		assertThatThrownBy(() -> objections.answer(roll, id, false, "", officer)).hasMessage("votes.roll-objection-words");
		objections.answer(roll, id, false, "核对产权证，仍是 89.50 平方米", officer);
		assertThatThrownBy(() -> objections.answer(roll, id, true, "又改主意了", officer)).hasMessage("votes.roll-objection-answered");

		assertThat(freeze.freeze(roll, officer).isFrozen()).isTrue();
		assertThat(objections.of(roll)).singleElement().satisfies(one -> {
			assertThat(one.unit()).isEqualTo("2幢101");
			assertThat(one.words()).isEqualTo("产权证上是 90.50 平方米");
			assertThat(one.state()).isEqualTo(ObjectionState.REJECTED);
		});
	}

	@Test
	void aRollIsFrozenOnceByItsOfficerAndNotWhileItIsEmpty() {
		var empty = rolls.create(branch.compound(), "空的", false, officer);
		var stranger = TestViewers.of(application, somePeople.holding("election-officer", somePlaces.branch().township()));

		assertThatThrownBy(() -> freeze.freeze(empty, officer)).hasMessage("votes.roll-empty");
		assertThatThrownBy(() -> freeze.freeze(roll, stranger)).hasMessage("refusals.not-found");
		freeze.freeze(roll, officer);
		assertThatThrownBy(() -> freeze.freeze(roll, officer)).hasMessage("votes.roll-frozen");
	}

	@Test
	void aDraftChangesWithAReasonAndTheRecordSaysWhat() {
		changes.area(roll, "2幢101", "90.50", GROUND, officer);

		assertThat(rolls.of(roll).area()).isEqualTo(919_50);
		assertThat(record.ofUnit(roll, "2幢101", 5)).singleElement().satisfies(entry -> {
			assertThat(entry.before() + " " + entry.after()).isEqualTo("89.50 90.50");
			assertThat(entry.reason()).isEqualTo(GROUND.reason());
			assertThat(entry.area()).isEqualTo(919_50);
		});
		for (var bad : List.of("0", "-1", "89.505", "很大", "")) {
			assertThatThrownBy(() -> changes.area(roll, "2幢101", bad, GROUND, officer)).as(bad).hasMessageStartingWith("votes.roll-area");
		}
		assertThatThrownBy(() -> changes.area(roll, "2幢101", "90.5", GROUND, officer)).hasMessage("votes.roll-nothing-changed");
		assertThatThrownBy(() -> changes.area(roll, "2幢101", "91", new RollChanges.Ground(" 。。。。", null), officer)).hasMessage("votes.roll-reason");
		assertThatThrownBy(() -> changes.area(roll, "9幢101", "91", GROUND, officer)).hasMessage("refusals.not-found");
		assertThat(rolls.of(roll).area()).isEqualTo(919_50);
	}

	@Test
	void aSaleToSomebodyWhoHasAUnitAlreadyMakesOneHeadOfTwo() {
		changes.owners(roll, "2幢101", Map.of(RollColumn.OWNERS, "吴珍", RollColumn.LAST_FOUR, "1006"), GROUND, officer);

		assertThat(rolls.of(roll).heads()).isEqualTo(6);
		var entry = record.ofUnit(roll, "2幢101", 1).get(0);
		assertThat(entry.before() + " " + entry.after()).isEqualTo("张国美 吴珍");
		assertThat(entry.masked().before() + " " + entry.masked().after()).isEqualTo("张** 吴**");
		assertThatThrownBy(() -> changes.owners(roll, "2幢101", Map.of(RollColumn.OWNERS, ""), GROUND, officer)).hasMessage("votes.roll-unit-without-owner");
		assertThatThrownBy(() -> changes.owners(roll, "2幢101", Map.of(RollColumn.OWNERS, "张国美", RollColumn.PHONE, "12"), GROUND, officer))
				.hasMessage("votes.roll-bad-phone");
	}

	@Test
	void aUnitThatWasNotSoldAfterAllGoesToTheDeveloperAndItsOwnerIsForgotten() {
		changes.owners(roll, "2幢201", Map.of(RollColumn.SALE, "未售"), GROUND, officer);

		assertThat(rolls.of(roll).heads()).isEqualTo(6);
		assertThat(owners.names(roll)).doesNotContainValue("李文辉");
	}

	@Test
	void coOwnersChooseAnotherOfThemToVote() {
		var unit = units.find(roll, "1幢102").orElseThrow();
		var other = owners.ofUnit(unit.id()).get(0);

		changes.representative(roll, "1幢102", other.id(), GROUND, officer);

		assertThat(owners.ofUnit(unit.id())).extracting(RollOwner::representative).containsExactly(true, false);
		assertThat(rolls.of(roll).heads()).isEqualTo(7);
		assertThatThrownBy(() -> changes.representative(roll, "1幢102", other.id(), GROUND, officer)).hasMessage("votes.roll-nothing-changed");
		assertThatThrownBy(() -> changes.representative(roll, "1幢102", -1, GROUND, officer)).hasMessage("votes.roll-no-such-owner");
	}

	@Test
	void aFrozenRollIsCorrectedAfterAnObjectionThatWasUpheldAndItsFingerprintIsNew() {
		var before = freeze.freeze(roll, officer);
		var head = rolls.headOf(roll, "2幢101").orElseThrow();

		assertThatThrownBy(() -> changes.area(roll, "2幢101", "90.50", GROUND, officer)).hasMessage("votes.roll-correction-objection");
		assertThatThrownBy(() -> changes.area(roll, "2幢101", "90.50", decided(roll, "2幢101", false), officer)).hasMessage("votes.roll-correction-objection");
		assertThatThrownBy(() -> changes.area(roll, "2幢101", "90.50", decided(roll, "2幢102", true), officer)).hasMessage("votes.roll-correction-objection");
		assertThat(rolls.of(roll)).isEqualTo(before);
		var ground = decided(roll, "2幢101", true);
		changes.area(roll, "2幢101", "90.50", ground, officer);

		var after = rolls.of(roll);
		assertThat(after.area()).isEqualTo(919_50);
		assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint()).isEqualTo(Sha256.hex(lines.published(roll)));
		assertThat(rolls.headOf(roll, "2幢101")).contains(head);
		assertThat(db.sql("select area from roll_head where id = ?").param(head).query(Long.class).single()).isEqualTo(90_50);
		assertThat(record.ofUnit(roll, "2幢101", 1).get(0)).satisfies(entry -> {
			assertThat(entry.objection()).isEqualTo(ground.objection());
			assertThat(entry.fingerprint()).isEqualTo(after.fingerprint());
		});
	}

	@Test
	void aCorrectedOwnerLeavesTheOtherHeadsTheirNumbers() {
		freeze.freeze(roll, officer);
		var others = numbers(roll);

		changes.owners(roll, "2幢101", Map.of(RollColumn.OWNERS, "曾丽"), decided(roll, "2幢101", true), officer);

		assertThat(rolls.of(roll).heads()).isEqualTo(7);
		var now = numbers(roll);
		assertThat(now).hasSize(7).doesNotContain("5:2幢101").contains("8:2幢101");
		assertThat(others).filteredOn(number -> !number.startsWith("5:")).isSubsetOf(now);
	}

	@Test
	void theNumberOfAHeadThatIsGoneIsNeverGivenAgain() {
		freeze.freeze(roll, officer);

		changes.owners(roll, "2幢201", Map.of(RollColumn.SALE, "未售"), decided(roll, "2幢201", true), officer);
		changes.owners(roll, "2幢201", Map.of(RollColumn.OWNERS, "谢英"), decided(roll, "2幢201", true), officer);

		assertThat(numbers(roll)).hasSize(7).contains("8:2幢201").noneMatch(number -> number.startsWith("7:"));
	}

	@Test
	void aHeadWithABallotIsNotTakenAway() {
		freeze.freeze(roll, officer);
		db.sql("""
				insert into vote (id, roll_id, place, title, origin, openness, replacing, invalid_participates, receipt, proxy_cap, tie, opens, closes,
				  extendable, state, edition, seq, head_hash, created, created_by) values (nextval('vote_seq'), ?, ?, '表决', 'vote', 'SECRET', false,
				  false, 'INCLUSION', 0, 'AREA', current_timestamp, current_timestamp, false, 'ANNOUNCED', 1, 1, '', current_timestamp, 1)""")
				.params(roll, branch.compound()).update();
		db.sql("insert into vote_code (id, vote_id, head_id, serial, code_hash, state, issued, issued_by, printed) "
				+ "select nextval('vote_seq'), id, ?, 'K-000005', ?, 'ISSUED', current_timestamp, 1, 0 from vote where roll_id = ?")
				.params(rolls.headOf(roll, "2幢101").orElseThrow(), "hash of " + roll, roll).update();

		assertThatThrownBy(() -> changes.owners(roll, "2幢101", Map.of(RollColumn.OWNERS, "曾丽"), decided(roll, "2幢101", true), officer))
				.hasMessage("votes.roll-head-has-ballot");
		assertThat(numbers(roll)).contains("5:2幢101");
		changes.area(roll, "2幢101", "90.50", decided(roll, "2幢101", true), officer);
		assertThat(rolls.of(roll).area()).isEqualTo(919_50);
	}

	@Test
	void nothingIsCorrectedOnceABoxWasOpenedOnTheRoll() {
		freeze.freeze(roll, officer);
		db.sql("""
				insert into vote (id, roll_id, place, title, origin, openness, replacing, invalid_participates, receipt, proxy_cap, tie, opens, closes,
				  extendable, state, opened, edition, seq, head_hash, created, created_by) values (nextval('vote_seq'), ?, ?, '表决', 'vote', 'SECRET', false,
				  false, 'INCLUSION', 0, 'AREA', current_timestamp, current_timestamp, false, 'CLOSED', current_timestamp, 1, 1, '', current_timestamp, 1)""")
				.params(roll, branch.compound()).update();

		assertThatThrownBy(() -> changes.area(roll, "2幢101", "90.50", decided(roll, "2幢101", true), officer)).hasMessage("votes.roll-in-use");
		assertThatThrownBy(() -> changes.representative(roll, "1幢102", 1, GROUND, officer)).hasMessage("votes.roll-in-use");
	}

	private List<String> numbers(long roll) {
		return db.sql("select h.no || ':' || min(u.code) from roll_head h join roll_unit u on u.head_id = h.id where h.roll_id = ? group by h.no")
				.param(roll).query(String.class).list();
	}

	private RollChanges.Ground decided(long roll, String unit, boolean upheld) {
		var objection = objections.raise(roll, unit, "与产权证不符", officer);
		objections.answer(roll, objection, upheld, "已核对产权证原件", officer);
		return new RollChanges.Ground("经核对产权证，予以更正", objection);
	}

	@Test
	void freezesTheCompoundOf571Dwellings() {
		var large = rolls.of(some.frozen571(branch.compound(), officer));

		assertThat(large.units()).isEqualTo(Compound571.UNITS);
		assertThat(large.heads()).isEqualTo(Compound571.HEADS);
		assertThat(large.area()).isEqualTo(Compound571.area());
		assertThat(db.sql("select count(*) from roll_head where roll_id = ?").param(large.id()).query(Integer.class).single()).isEqualTo(large.heads());
		assertThat(db.sql("select sum(area) from roll_head where roll_id = ?").param(large.id()).query(Long.class).single()).isEqualTo(large.area());
		assertThat(db.sql("select count(*) from roll_unit where roll_id = ? and head_id is null").param(large.id()).query(Integer.class).single()).isZero();
	}
}
