package cn.cuobian.instruments;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.Group;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.SomePlaces;

/** Who reads what those who keep the system running look at. */
@CuobianTest
class MeterDoorTests {

	@Autowired
	MockMvc web;
	@Autowired
	SomePeople people;
	@Autowired
	SomePlaces places;

	@Test
	void theMetersOpenToTheTokenAndToNothingElse() throws Exception {
		var meters = "/actuator/prometheus";
		assertThat(asked(get(meters).header("Authorization", "Bearer " + Scrape.TOKEN)).getContentAsString()).contains("jvm_memory_used_bytes");
		for (var header : List.of("Bearer " + Scrape.TOKEN + "x", "Bearer ", "Basic " + Scrape.TOKEN, Scrape.TOKEN)) {
			var answer = asked(get(meters).header("Authorization", header));
			assertThat(answer.getStatus()).as(header).isEqualTo(401);
			assertThat(answer.getContentAsString()).isEmpty();
		}
		assertThat(asked(get(meters)).getStatus()).as("the public").isEqualTo(401);
		var administrator = people.holding("administrator", Group.EVERYWHERE);
		assertThat(asked(get(meters).with(as(administrator))).getStatus()).as("a session is no token").isEqualTo(401);
	}

	@Test
	void anAdministratorReadsWhatIsRunningAndNobodyElse() throws Exception {
		var info = asked(get("/actuator/info").with(as(people.holding("administrator", Group.EVERYWHERE))));
		assertThat(info.getStatus()).isEqualTo(200);
		assertThat(info.getContentAsString()).contains("\"version\":").contains("\"commit\":");
		assertThat(asked(get("/actuator/info").with(as(people.holding("building-steward", places.branch().building())))).getStatus()).isEqualTo(403);
		assertThat(asked(get("/actuator/info")).getRedirectedUrl()).startsWith("/login");
	}

	@Test
	void nothingElseOfTheActuatorIsOpen() throws Exception {
		var administrator = as(people.holding("administrator", Group.EVERYWHERE));
		for (var closed : List.of("/actuator", "/actuator/env", "/actuator/metrics", "/actuator/sbom", "/actuator/heapdump", "/actuator/loggers")) {
			assertThat(asked(get(closed).with(administrator)).getStatus()).as(closed).isEqualTo(404);
		}
	}

	@Test
	void noLabelNamesAPersonAMatterOrAVote() {
		assertThat(Scrape.of(web).all().keySet()).filteredOn(series -> series.startsWith("cuobian_")).isNotEmpty()
				.allSatisfy(series -> assertThat(series).doesNotContainPattern("(person|head|vote|matter|subject|channel|choice|place|number)=")
						.doesNotContainPattern("[a-z]:[0-9]"));
	}

	private MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
		return web.perform(request).andReturn().getResponse();
	}
}
