package cn.cuobian.design;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;

@CuobianTest
class EditorPagesTests {

	private static final String LOOSENED = "style-src-attr 'unsafe-inline'";

	@Autowired
	MockMvc web;
	@Autowired
	SomePeople some;
	@Autowired
	Drafts drafts;
	@Autowired
	ApplicationContext application;

	Person designer;
	long draft;

	@BeforeEach
	void somebodyDraws() {
		designer = some.holding("process-designer", Group.EVERYWHERE);
		draft = drafts.begin("escalation", "楼栋时限由 3 天改为 2 天", TestViewers.of(application, designer));
	}

	@ParameterizedTest
	@CsvSource({ "escalation/ladder.bpmn, bpmn-editor", "escalation/triage.dmn, dmn-editor", "escalation/hall-talk.form, form-editor",
			"clocks/time-limits.dmn, dmn-editor" })
	void everyKindOfFileHasItsEditor(String file, String island) throws Exception {
		edit(designer, file).andExpect(status().isOk()).andExpect(content().string(containsString("data-island=\"" + island + "\"")))
				.andExpect(content().string(containsString("data-readonly=\"false\"")));
	}

	@Test
	void whoMayNotDrawLooks() throws Exception {
		var approver = some.holding("model-approver", Group.EVERYWHERE);
		edit(approver, "escalation/ladder.bpmn").andExpect(content().string(containsString("data-readonly=\"true\"")))
				.andExpect(content().string(containsString("只能查看")));
	}

	@Test
	void aFileOfAnotherBundleIsNotFound() throws Exception {
		edit(designer, "elections/hold_vote.bpmn").andExpect(status().isNotFound());
		edit(designer, "../application.yaml").andExpect(status().isNotFound());
	}

	@Test
	void onlyTheEditorMayPlaceItsHandlesByStyleAttributes() throws Exception {
		edit(designer, "escalation/ladder.bpmn").andExpect(header().string("Content-Security-Policy", containsString("script-src 'self'; style-src 'self'; " + LOOSENED)));
		for (String page : new String[] { "/", "/tasks", "/design/templates", "/design/drafts/" + draft + "/limits", "/login" }) {
			String policy = web.perform(get(page).with(as(designer))).andReturn().getResponse().getHeader("Content-Security-Policy");
			assertThat(policy).as(page).contains("default-src 'none'", "style-src 'self';").doesNotContain("unsafe");
		}
	}

	@Test
	void aDayLessIsSavedInTheDraftAndNowhereElse() throws Exception {
		long other = drafts.begin("escalation", "另一份", TestViewers.of(application, designer));
		change(designer, 0, 2, "day", "working", "80% due", 1).andExpect(status().isOk()).andExpect(jsonPath("$.revision").value(1))
				.andExpect(jsonPath("$.findings").isEmpty());
		web.perform(get("/design/drafts/" + draft + "/limits").with(as(designer)))
				.andExpect(jsonPath("$.rows[?(@.rule == 'rule_ladder_building')].amount").value(2));
		web.perform(get("/design/drafts/" + other + "/limits").with(as(designer)))
				.andExpect(jsonPath("$.rows[?(@.rule == 'rule_ladder_building')].amount").value(3));
	}

	@ParameterizedTest
	@CsvSource({ "0, day, working, due, 0, amount", "2, week, working, due, 0, amount", "2, hour, working, due, 0, amount", "5000, day, working, due, 0, amount",
			"2, day, backward, '', 0, counting", "2, day, working, sometimes, 0, rungs", "2, day, working, due, 3, extension", "2, day, working, due, -1, extension" })
	void aRowThatMakesNoSenseIsRefusedOnItsField(int amount, String unit, String counting, String rungs, int extension, String field) throws Exception {
		change(designer, 0, amount, unit, counting, rungs, extension).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("\"" + field + "\"")));
		assertThat(drafts.of(draft).revision()).isZero();
	}

	@Test
	void whoWasShownAnOlderTableIsToldSo() throws Exception {
		change(designer, 0, 2, "day", "working", "due", 0).andExpect(status().isOk());
		change(designer, 0, 4, "day", "working", "due", 0).andExpect(status().isConflict());
	}

	@Test
	void whoIsNoDesignerChangesNothing() throws Exception {
		change(some.holding("model-approver", Group.EVERYWHERE), 0, 2, "day", "working", "due", 0).andExpect(status().isForbidden());
		assertThat(drafts.of(draft).revision()).isZero();
	}

	private ResultActions edit(Person person, String file) throws Exception {
		return web.perform(get("/design/drafts/" + draft + "/edit").param("file", file).with(as(person)));
	}

	private ResultActions change(Person person, int revision, int amount, String unit, String counting, String rungs, int extension) throws Exception {
		String row = """
				{"rule": "rule_ladder_building", "code": "LADDER.BUILDING", "place": "", "amount": %d, "unit": "%s", "counting": "%s",
				"rungs": "%s", "extension": %d, "source": "街道试点"}""".formatted(amount, unit, counting, rungs, extension);
		return web.perform(put("/design/drafts/" + draft + "/limits").param("revision", "" + revision).contentType(MediaType.APPLICATION_JSON).accept(MediaType.APPLICATION_JSON)
				.content(row).with(as(person)).with(csrf()));
	}
}
