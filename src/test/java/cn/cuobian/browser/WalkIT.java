package cn.cuobian.browser;

import org.junit.jupiter.api.Test;

/** The main job as people see it. */
@BrowserTest
class WalkIT {

	@Test
	void a_matter_climbs_to_the_leader_and_comes_back_with_an_answer(Visitor resident, Visitor staff) {
		new MainJob(resident, staff).walk();
	}
}
