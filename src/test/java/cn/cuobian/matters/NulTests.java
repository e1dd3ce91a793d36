package cn.cuobian.matters;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The character that PostgreSQL cannot keep: no form fails for it, and a program is told. */
class NulTests extends MattersInTheHouse {

	@Test
	void aFormIsReadWithoutIt() throws Exception {
		var filed = web.perform(form(token(), "漏\0水").param("building", "7\0").param("unit", "\0").param("name", "\0")).andExpect(status().isOk());
		var number = number(filed.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
		assertThat(db.sql("select narrative || ' ' || building_text from matter where number = ?").param(number).query(String.class).single()).isEqualTo("漏水 7");
	}

	@Test
	void anAddressIsReadWithoutIt() throws Exception {
		web.perform(get("/report").param("place", here.building() + "\0")).andExpect(status().isOk());
		web.perform(get("/report/places").param("placeText", "\0")).andExpect(status().isOk());
		web.perform(get("/tasks").param("tab", "posts").param("kind", "\0").param("place", "\0").with(as(steward))).andExpect(status().isOk());
		web.perform(get("/matters").param("q", "\0漏").with(as(steward))).andExpect(status().isOk());
		web.perform(get("/api/v1/matters").param("q", "漏\0水").param("kind", "\0").with(as(steward))).andExpect(status().isOk());
	}

	@Test
	void aProgramIsToldAndNothingIsFiled() throws Exception {
		long before = count("matter");
		web.perform(report("漏" + "\\" + "u0000水")).andExpect(status().isBadRequest()).andExpect(jsonPath("$.rule").value("refusals.nul"));
		web.perform(report("漏\0水")).andExpect(status().isBadRequest());
		assertThat(count("matter")).isEqualTo(before);
	}

	@Test
	void aBackslashBeforeFourNoughtsIsNone() throws Exception {
		web.perform(report("C:" + "\\\\" + "u0000")).andExpect(status().isCreated());
		assertThat(db.sql("select count(*) from matter where narrative = ?").param("C:\\" + "u0000").query(Long.class).single()).isOne();
	}

	private MockHttpServletRequestBuilder report(String narrative) {
		return post("/api/v1/matters").contentType(MediaType.APPLICATION_JSON).header("Idempotency-Key", token()).with(as(steward)).with(csrf())
				.content("{\"place\":\"%s\",\"kind\":\"water\",\"narrative\":\"%s\"}".formatted(here.building(), narrative));
	}
}
