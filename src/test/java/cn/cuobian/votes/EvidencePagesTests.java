package cn.cuobian.votes;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import cn.cuobian.paper.Press;

/** What the officer does after the close, and what everybody may fetch. */
class EvidencePagesTests extends VotesInTheHouse {

	@Autowired
	Press press;

	private RequestPostProcessor asOfficer() {
		return as(officerPerson);
	}

	private String page(long vote) throws Exception {
		return web.perform(get("/votes/{id}/evidence", vote).with(asOfficer())).andExpect(status().isOk()).andReturn().getResponse()
				.getContentAsString(StandardCharsets.UTF_8);
	}

	@Test
	void theOfficerReconcilesCountsAndTakesTheArchive() throws Exception {
		var roll = roll(6);
		long vote = openWithCodes(plan(roll));
		roll.heads().subList(0, 5).forEach(head -> online(vote, head, "1=1,2,3;2=yes"));
		assertThat(page(vote)).contains("表决票上有投票码").doesNotContain("票数核对表</h2>");
		close(vote);
		assertThat(page(vote)).contains("票数核对表</h2>", "投票码（系统）").doesNotContain("下载档案");
		web.perform(post("/votes/{id}/evidence/reconciliation", vote).param("issued", "6").param("found", "1").param("spoiled", "0")
				.param("unused", "5").param("scrutineers", "王监票").with(asOfficer()).with(csrf())).andExpect(status().isUnprocessableContent());
		web.perform(post("/votes/{id}/evidence/reconciliation", vote).param("issued", "6").param("found", "0").param("spoiled", "0")
				.param("unused", "6").param("scrutineers", "王监票").with(asOfficer()).with(csrf())).andExpect(redirectedUrl("/votes/" + vote + "/evidence"));
		web.perform(post("/votes/{id}/evidence/count", vote).with(asOfficer()).with(csrf())).andExpect(redirectedUrl("/votes/" + vote + "/evidence"));
		assertThat(page(vote)).contains("计票已完成", "下载档案").doesNotContain("业主申请查阅");
		byte[] zip = web.perform(post("/votes/{id}/archive", vote).param("reason", "业主申请查阅").with(asOfficer()).with(csrf()))
				.andExpect(status().isOk()).andExpect(header().string("Cache-Control", "no-store")).andReturn().getResponse().getContentAsByteArray();
		assertThat(Scrutineer.findings(zip, null)).isEmpty();
		assertThat(page(vote)).contains("业主申请查阅", officerPerson.name());
	}

	@Test
	void everybodyMayFetchTheKeyAndTheProgram() throws Exception {
		String key = application.getBean(Archives.class).publicKey();
		assertThat(web.perform(get("/votes/key")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString()).contains(key);
		web.perform(get("/votes/verifier")).andExpect(status().isOk()).andExpect(header().string("Content-Disposition", "attachment; filename=\"Verifier.java\""))
				.andExpect(content().bytes(Files.readAllBytes(Scrutineer.SOURCE)));
	}

	@Test
	void sheetsArePdfAndOnlyForTheOfficerOfThePlace() throws Exception {
		assumeTrue(press.ready(), "Built with -Dfrontend.skip");
		var roll = roll(2);
		long vote = openWithCodes(plan(roll));
		web.perform(get("/votes/{id}/print/notice", vote).with(asOfficer())).andExpect(status().isOk()).andExpect(content().contentType("application/pdf"));
		web.perform(get("/votes/{id}/print/result", vote).with(asOfficer())).andExpect(status().isUnprocessableContent());
		web.perform(get("/votes/{id}/print/nothing", vote).with(asOfficer())).andExpect(status().isNotFound());
		web.perform(post("/votes/{id}/print/ballots", vote).with(asOfficer()).with(csrf())).andExpect(status().isOk())
				.andExpect(content().contentType("application/pdf"));
		assertThat(count("vote_code where vote_id = ? and printed = 1 and printed_by = ?", vote, officer.personId())).isEqualTo(2);
		var scrutineer = as(some.holding("scrutineer", here.compound()));
		web.perform(get("/votes/{id}/print/notice", vote).with(scrutineer)).andExpect(status().isOk());
		web.perform(get("/votes/{id}/evidence", vote).with(scrutineer)).andExpect(status().isOk())
				.andExpect(content().string(not(containsString("name=\"after\""))));
		web.perform(post("/votes/{id}/print/ballots", vote).with(scrutineer).with(csrf())).andExpect(status().isNotFound());
		var stranger = as(some.holding("election-officer", somePlaces.branch().township()));
		for (String path : new String[] { "/votes/{id}/print/notice", "/votes/{id}/evidence" }) {
			web.perform(get(path, vote).with(stranger)).andExpect(status().isNotFound());
		}
		web.perform(post("/votes/{id}/print/ballots", vote).with(stranger).with(csrf())).andExpect(status().isNotFound());
		web.perform(post("/votes/{id}/archive", vote).param("reason", "看看").with(stranger).with(csrf())).andExpect(status().isNotFound());
	}
}
