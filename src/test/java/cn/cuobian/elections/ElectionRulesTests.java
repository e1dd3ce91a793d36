package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.CuobianTest;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.PlaceImport;
import cn.cuobian.territory.SomePlaces;

/** The numbers of the decision tables, and what they let pass. */
@CuobianTest
class ElectionRulesTests {

	@Autowired
	ElectionRules rules;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	PlaceImport imports;

	@ParameterizedTest(name = "{0} owners, {1} others: {2}")
	@CsvSource({ "3, 2, fits", "2, 3, elections.group-owners", "3, 3, elections.group-even", "4, 3, fits", "2, 1, elections.group-too-small",
			"5, 6, elections.group-owners", "6, 5, fits" })
	void aGroupOfFiveOrMoreIsOddAndHalfOwners(int owners, int others, String wrong) {
		var members = new ArrayList<GroupMember>(List.of(new GroupMember(0, Role.SUBDISTRICT, true, "组长")));
		for (int i = 0; i < owners; i++) {
			members.add(new GroupMember(i, Role.OWNER, false, "业主"));
		}
		for (int i = 1; i < others; i++) {
			members.add(new GroupMember(i, Role.RESIDENTS_COMMITTEE, false, "居委"));
		}
		assertRule(wrong, () -> new PreparationGroup(members).check(rules.group(somePlaces.branch().compound())));
	}

	@Test
	void anOwnerDoesNotLeadTheGroup() {
		var members = List.of(new GroupMember(1, Role.OWNER, true, "业主"), new GroupMember(2, Role.OWNER, false, "业主"),
				new GroupMember(3, Role.OWNER, false, "业主"), new GroupMember(4, Role.SUBDISTRICT, false, "街道"),
				new GroupMember(5, Role.DEVELOPER, false, "建设单位"));
		assertRule("elections.group-leader", () -> new PreparationGroup(members).check(rules.group(somePlaces.branch().compound())));
	}

	@ParameterizedTest(name = "{0} seats, {1} alternates, {2} candidates: {3}")
	@CsvSource({ "5, 5, 6, fits", "11, 0, 12, fits", "3, 0, 9, elections.committee-size", "13, 0, 20, elections.committee-size",
			"6, 0, 9, elections.committee-even", "5, 6, 9, elections.too-many-alternates", "7, 3, 7, elections.too-few-candidates" })
	void aCommitteeHasFiveToElevenMembersAndTheOwnersAChoice(int seats, int alternates, int candidates, String wrong) {
		assertRule(wrong, () -> new CandidateList(seats, alternates, candidates).check(rules.committee(somePlaces.branch().compound(), 571), true));
	}

	@ParameterizedTest(name = "{0} households: at least {1}")
	@CsvSource({ "99, 3", "100, 5" })
	void aSmallCompoundMayHaveThreeWhereItsPlaceAdoptedThat(int households, int least) {
		imports.apply("""
				code,parent,level,name_zh,name_en,buildings
				test,,prefecture,测试市,Test Prefecture,
				small-city,test,city,小城,Small City,
				small-compounds,small-city,township,小镇,Small Town,
				small-village,small-compounds,community,小村,Small Village,
				small-garden,small-village,compound,小园,Small Garden,1
				""".getBytes(StandardCharsets.UTF_8));
		assertThat(rules.committee("small-garden", households).least()).isEqualTo(least);
		assertThat(rules.committee(somePlaces.branch().compound(), households).least()).as("nowhere else").isEqualTo(5);
	}

	@Test
	void theTermIsFiveYearsAndARecallNeedsAThirdOfTheMembersOrAFifthOfTheOwners() {
		var rule = rules.committee(somePlaces.branch().compound(), 571);
		assertThat(rule).extracting(CommitteeRule::termYears, CommitteeRule::recallPart, CommitteeRule::recallOf, CommitteeRule::recallPercent)
				.containsExactly(5, 1, 3, 20);
	}

	@Test
	void theThirtyOneDaysAreMarkedAsAProposal() {
		var place = somePlaces.branch().compound();
		assertThat(rules.schedule("fast31", place)).hasSize(Milestone.values().length)
				.allSatisfy(step -> assertThat(step.source()).contains("建议", "可修改"));
		assertThat(rules.schedule("fast31", place)).filteredOn(step -> step.milestone().equals("FIRST_MEETING")).extracting(ElectionRules.Step::day)
				.containsExactly(31);
		assertThat(rules.schedule("statutory", place)).filteredOn(step -> step.milestone().equals("GROUP")).extracting(ElectionRules.Step::day)
				.containsExactly(60);
	}

	@ParameterizedTest
	@ValueSource(strings = { "statutory", "fast31" })
	void everyMilestoneHasADayAndBetweenNoticeAndOpeningLieFifteen(String schedule) {
		var steps = rules.schedule(schedule, somePlaces.branch().compound());
		assertThat(steps).extracting(ElectionRules.Step::milestone).containsExactlyInAnyOrder(
				java.util.Arrays.stream(Milestone.values()).map(Enum::name).toArray(String[]::new));
		assertThat(day(steps, "OPENS") - day(steps, "NOTICE")).isGreaterThanOrEqualTo(15);
	}

	private static int day(List<ElectionRules.Step> steps, String milestone) {
		return steps.stream().filter(step -> step.milestone().equals(milestone)).findFirst().orElseThrow().day();
	}

	@Test
	void theChecklistHasConditionsAndDisqualificationsAndNeverAsksForPartyMembership() {
		var conditions = rules.conditions(somePlaces.branch().compound());
		assertThat(conditions).filteredOn(ElectionRules.Condition::disqualifies).hasSize(5);
		assertThat(conditions).filteredOn(condition -> !condition.disqualifies()).hasSize(6);
		assertThat(conditions).noneSatisfy(condition -> assertThat(condition.words().zh()).contains("党员"));
	}

	private static void assertRule(String wrong, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
		if (wrong.equals("fits")) {
			assertThatNoException().isThrownBy(act);
		} else {
			assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class,
					refusal -> assertThat(refusal.parts()).extracting(Refusal::rule).containsExactly(wrong));
		}
	}
}
