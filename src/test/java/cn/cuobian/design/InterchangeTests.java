package cn.cuobian.design;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import cn.cuobian.CuobianTest;
import cn.cuobian.design.Interchange.Foreign;
import cn.cuobian.people.Person;

/** Drawings of other tools are kept in a draft byte for byte, and all that stands against them is listed in sentences. */
@CuobianTest
class InterchangeTests {

	@Autowired
	MockMvc web;
	@Autowired
	Drafts drafts;
	@Autowired
	Studio studio;

	private Person designer;

	static Stream<Foreign> all() throws IOException {
		return Interchange.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("all")
	void isKeptAsItIsAndJudgedInSentences(Foreign foreign) throws Exception {
		designer = studio.person("process-designer");
		var bundle = studio.bundle();
		var path = "/design/drafts/" + drafts.begin(bundle, "从别的工具来", studio.as(designer));
		var file = bundle + "/" + foreign.name();
		var saved = ask(put(path + "/file").param("path", file).param("revision", "0").content(foreign.content()));
		assertThat(saved.getStatus()).as(text(saved)).isEqualTo(200);
		assertThat(ask(get(path + "/file").param("path", file)).getContentAsByteArray()).isEqualTo(foreign.content());

		var judged = ask(get(path + "/lint"));
		assertThat(judged.getStatus()).isEqualTo(200);
		List<Map<String, String>> findings = JsonPath.parse(text(judged)).read("$.findings");
		List<Map<String, String>> own = findings.stream().filter(finding -> finding.get("file").equals(file)).toList();
		System.out.printf("%s: %d bytes kept, %d findings, first: %s%n", foreign, foreign.content().length, own.size(), own.isEmpty() ? "" : own.get(0).get("sentence"));
		assertThat(own).isNotEmpty().allSatisfy(finding -> assertThat(finding.get("sentence")).contains("。").doesNotContain("engine."));
		for (String page : new String[] {"", "/history", "/edit?file=" + file}) {
			assertThat(ask(get(path + page)).getStatus()).as(page).isEqualTo(200);
		}
	}

	private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		return web.perform(request.with(as(designer)).with(csrf())).andReturn().getResponse();
	}

	private static String text(MockHttpServletResponse answer) {
		return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
	}
}
