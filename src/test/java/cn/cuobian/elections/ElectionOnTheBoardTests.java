package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import cn.cuobian.people.SomePeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Supervisors watch over elections as over matters. */
class ElectionOnTheBoardTests extends Electing {

	@Autowired
	private MockMvc web;

	@Test
	void theClocksOfAnElectionAreOnTheBoardUntilTheyEnd() throws Exception {
		var supervisor = SomePeople.as(some.holding("supervisor", here.township()));
		var run = applied("fast31");
		long mandate = clockOf(run);
		assertThat(html(get("/board"), supervisor)).contains("XJ-" + run.id, "业委会选举", "/board/" + mandate);
		assertThat(html(get("/board").param("kind", "election"), supervisor)).contains("XJ-" + run.id);
		assertThat(html(get("/board").param("kind", "committee"), supervisor)).doesNotContain("XJ-" + run.id);
		assertThat(html(get("/board/" + mandate), supervisor)).contains("href=\"/elections/" + run.id + "\"");
		run.done("user_check_mandate", Map.of("basis", "owners", "decision", "accept", "schedule", "fast31"));
		assertThat(db.sql("select code from watched where subject = ?").param(run.subject).query(String.class).list()).containsExactly("PREP.SETUP");
	}

	@Test
	void anElectionIsUrgedOnTheRecordAndNotRaisedToATier() throws Exception {
		var supervisor = SomePeople.as(some.holding("supervisor", here.township()));
		var run = applied("fast31");
		var clockId = String.valueOf(clockOf(run));
		assertThat(html(post("/board/acts/urge").param("clock", clockId).param("words", "请抓紧核实").with(csrf()), supervisor)).contains("XJ-" + run.id);
		assertThat(log.of(run.subject, 1).get(0)).extracting(ElectionLog.Line::event, ElectionLog.Line::words).containsExactly("urged", "请抓紧核实");
		assertThat(html(post("/board/acts/raise").param("clock", clockId).param("words", "上提").with(csrf()), supervisor)).contains("没有上级议事层级");
	}

	private long clockOf(Driven run) {
		return db.sql("select clock_id from watched where subject = ?").param(run.subject).query(Long.class).single();
	}

	private String html(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
		return web.perform(request.with(who)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
	}
}
