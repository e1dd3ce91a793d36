package cn.cuobian.matters;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class MattersApiTests extends MattersInTheHouse {

	private MockHttpServletRequestBuilder report(String key, String body) {
		MockHttpServletRequestBuilder report = post("/api/v1/matters").contentType(MediaType.APPLICATION_JSON).content(body)
				.with(as(steward)).with(csrf());
		return key == null ? report : report.header("Idempotency-Key", key);
	}

	private String leak(String narrative) {
		return "{\"place\":\"%s\",\"kind\":\"water\",\"narrative\":\"%s\",\"scope\":\"compound\",\"urgent\":true}"
				.formatted(here.building(), narrative);
	}

	@Test
	void theSameKeyTwiceIsOneMatterAndTheSameAnswer() throws Exception {
		String key = token();
		var first = web.perform(report(key, leak("漏水"))).andExpect(status().isCreated())
				.andExpect(header().string("Location", org.hamcrest.Matchers.startsWith("/api/v1/matters/TEST-2026-")))
				.andExpect(header().string("Cache-Control", "no-store")).andReturn().getResponse();
		long after = count("matter");
		web.perform(report(key, leak("漏水"))).andExpect(status().isCreated())
				.andExpect(content().json(first.getContentAsString(StandardCharsets.UTF_8)));
		assertThat(count("matter")).isEqualTo(after);
		web.perform(report(key, leak("停电"))).andExpect(status().isConflict())
				.andExpect(jsonPath("$.rule").value("matters.key-used-for-other"));
		assertThat(count("matter")).isEqualTo(after);
	}

	@Test
	void aKeyBelongsToWhoSentIt() throws Exception {
		String key = token();
		web.perform(report(key, leak("漏水"))).andExpect(status().isCreated());
		long after = count("matter");
		web.perform(post("/api/v1/matters").contentType(MediaType.APPLICATION_JSON).content(leak("漏水"))
				.header("Idempotency-Key", key).with(as(secretary)).with(csrf())).andExpect(status().isCreated());
		assertThat(count("matter")).isEqualTo(after + 1);
	}

	@Test
	void withoutAKeyNothingIsFiled() throws Exception {
		web.perform(report(null, leak("漏水"))).andExpect(status().isBadRequest())
				.andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
				.andExpect(jsonPath("$.rule").value("matters.idempotency-key"));
	}

	@Test
	void everyFaultHasItsFieldAndItsSentence() throws Exception {
		web.perform(report(token(), "{\"place\":\"atlantis\",\"kind\":\"weather\"}").header("Accept-Language", "en"))
				.andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].field").value("place"))
				.andExpect(jsonPath("$.errors[0].detail").value(org.hamcrest.Matchers.containsString("There is no place")))
				.andExpect(jsonPath("$.errors[1].rule").value("matters.kind-unknown"))
				.andExpect(jsonPath("$.errors[2].rule").value("matters.narrative-missing"));
		web.perform(report(token(), leak("漏水").replace("compound", "galaxy"))).andExpect(status().is(422))
				.andExpect(jsonPath("$.rule").value("matters.unknown-scope"));
		web.perform(report(token(), leak("漏水").replace("urgent", "urgant"))).andExpect(status().isBadRequest());
		web.perform(report(token(), "not json")).andExpect(status().isBadRequest());
	}

	@Test
	void aRefusedReportMayBeCorrectedUnderTheSameKey() throws Exception {
		String key = token();
		web.perform(report(key, leak(""))).andExpect(status().is(422));
		web.perform(report(key, leak("漏水"))).andExpect(status().isCreated());
	}

	@Test
	void whatIsReportedIsListedAndReadWithoutTheContact() throws Exception {
		Receipt receipt = reported("API 读取测试");
		web.perform(get("/api/v1/matters").param("q", "读取测试").with(as(steward))).andExpect(status().isOk())
				.andExpect(jsonPath("$.items[0].number").value(receipt.number())).andExpect(jsonPath("$.next").value((Object) null));
		reported("API 读取测试");
		web.perform(get("/api/v1/matters").param("q", "读取测试").param("size", "1").with(as(steward)))
				.andExpect(jsonPath("$.items.length()").value(1)).andExpect(jsonPath("$.next").isNumber());
		web.perform(get("/api/v1/matters/{number}", receipt.number()).with(as(steward))).andExpect(status().isOk())
				.andExpect(jsonPath("$.matter.state").value("open")).andExpect(jsonPath("$.waitingFor[0].posts").isNotEmpty())
				.andExpect(jsonPath("$.record[0].kind").value("reported")).andExpect(jsonPath("$.contact").doesNotExist());
	}

	@Test
	void theDescriptionNamesEveryAddressAndNoViewer() throws Exception {
		String description = web.perform(get("/api/v1/openapi").with(as(steward))).andExpect(status().isOk()).andReturn()
				.getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(description).contains("/api/v1/matters", "/api/v1/matters/{number}", "/api/v1/track/{code}/rating",
				"Idempotency-Key", "\"bearer\"").doesNotContain("\"viewer\"");
	}
}
