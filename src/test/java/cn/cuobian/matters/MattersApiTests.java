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
import java.util.Arrays;
import java.util.Base64;

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

	/** A report with one file. */
	private String leakWith(String name, String content) {
		return leak("漏水").replaceFirst("}$", ",\"photos\":[{\"name\":\"%s\",\"content\":\"%s\"}]}".formatted(name, content));
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	@Test
	void photosAreKeptWithTheMatterAndBelongToWhatTheKeyStandsFor() throws Exception {
		String key = token();
		String photo = base64(PhotosTests.picture(20, 10, "jpg"));
		String answer = web.perform(report(key, leakWith("../stair.jpeg", photo))).andExpect(status().isCreated()).andReturn().getResponse()
				.getContentAsString(StandardCharsets.UTF_8);
		web.perform(report(key, leakWith("../stair.jpeg", photo))).andExpect(status().isCreated()).andExpect(content().json(answer));
		web.perform(report(key, leakWith("../stair.jpeg", base64(PhotosTests.picture(10, 20, "jpg"))))).andExpect(status().isConflict())
				.andExpect(jsonPath("$.rule").value("matters.key-used-for-other"));
		String number = com.jayway.jsonpath.JsonPath.read(answer, "$.number");
		web.perform(get("/api/v1/matters/{number}", number).with(as(steward))).andExpect(jsonPath("$.attachments.length()").value(1))
				.andExpect(jsonPath("$.attachments[0].name").value("stair.jpg"))
				.andExpect(jsonPath("$.attachments[0].mediaType").value("image/jpeg"));
	}

	@Test
	void whatIsNoPhotoIsRefusedAndNothingIsFiled() throws Exception {
		refusedPhoto(leakWith("photo.jpg", base64("不是照片".getBytes(StandardCharsets.UTF_8))), 415, "matters.photo-type");
		refusedPhoto(leakWith("photo.jpg", "not*base64"), 422, "matters.photo-base64");
		refusedPhoto(leakWith("photo.jpg", base64(PhotosTests.picture(20, 10, "jpg")).substring(1)), 422, "matters.photo-base64");
		refusedPhoto(leakWith("photo.jpg", ""), 415, "matters.photo-type");
		refusedPhoto(leakWith("bomb.png", base64(PhotosTests.bomb(64_000, 64_000))), 422, "matters.photo-pixels");
		refusedPhoto(leakWith("big.pdf", base64(Arrays.copyOf("%PDF-1.4".getBytes(StandardCharsets.US_ASCII), PhotoLimits.MAX_BYTES + 1))),
				413, "matters.photo-too-big");
		refusedPhoto(leak("漏水").replaceFirst("}$", ",\"photos\":[" + "{},".repeat(10) + "{}]}"), 422, "matters.photos-too-many");
		refusedPhoto(leak("漏水").replaceFirst("}$", ",\"photos\":[null]}"), 415, "matters.photo-type");
	}

	private void refusedPhoto(String body, int status, String rule) throws Exception {
		long before = count("matter");
		web.perform(report(token(), body)).andExpect(status().is(status))
				.andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
				.andExpect(jsonPath("$.rule").value(rule)).andExpect(jsonPath("$.errors[0].field").value("photos"));
		assertThat(count("matter")).isEqualTo(before);
	}

	@Test
	void theDescriptionNamesEveryAddressAndNoViewer() throws Exception {
		String description = web.perform(get("/api/v1/openapi").with(as(steward))).andExpect(status().isOk()).andReturn()
				.getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(description).contains("/api/v1/matters", "/api/v1/matters/{number}", "/api/v1/track/{code}/rating",
				"Idempotency-Key", "\"bearer\"", "\"photos\"", "in base 64").doesNotContain("\"viewer\"");
	}
}
