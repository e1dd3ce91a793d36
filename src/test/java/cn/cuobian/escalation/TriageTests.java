package cn.cuobian.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.CuobianTest;
import cn.cuobian.escalation.Triage.Result;
import cn.cuobian.matters.Tier;

@CuobianTest
class TriageTests {

	@Autowired
	Triage triage;

	@ParameterizedTest(name = "{0}, urgent={1}, {2}: {3} talk at {4} by {5}")
	@CsvSource({
			"neighbour-dispute, false, building,  SMALL,  BUILDING, steward",
			"drainage,          false, building,  SMALL,  BUILDING, steward",
			"funds,             false, building,  HARD,   HALL,     representatives",
			"property-service,  false, building,  HARD,   HALL,     representatives",
			"ebike,             false, compound,  HARD,   HALL,     representatives",
			"fire-safety,       false, community, HARD,   MEETING,  experts",
			"road,              false, district,  HARD,   MEETING,  experts",
			"care,              false, community, HARD,   MEETING,  party-joint",
			"gas,               true,  building,  URGENT, HALL,     four-party",
			"fire-safety,       true,  community, URGENT, HALL,     four-party" })
	void sendsAMatterToItsTalkTierAndForum(String kind, boolean urgent, String scope, Talk talk, Tier tier, String forum) {
		assertThat(triage.of(kind, urgent, scope)).isEqualTo(new Result(talk, tier, forum));
	}
}
