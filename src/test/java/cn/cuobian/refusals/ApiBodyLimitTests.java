package cn.cuobian.refusals;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletContext;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import cn.cuobian.CuobianTest;

@CuobianTest
class ApiBodyLimitTests {

	private static final String RATING = "/api/v1/track/nonsense/rating";

	@Autowired
	MockMvc web;

	private static byte[] words(int length) {
		return "{\"satisfaction\":5,\"words\":\"%s\"}".formatted("x".repeat(length)).getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void aBodyThatSaysItIsTooLargeIsRefusedUnread() throws Exception {
		refused(web.perform(post(RATING).contentType(MediaType.APPLICATION_JSON).content(words(2 << 20)).header("Accept-Language", "en")));
		web.perform(post(RATING).contentType(MediaType.APPLICATION_JSON).content(words(1 << 20))).andExpect(status().isNotFound());
	}

	@Test
	void aBodyThatDoesNotSayHowLongItIsIsReadSoFarAndNoFurther() throws Exception {
		refused(web.perform(context -> ofUnknownLength(context, words(2 << 20))));
		web.perform(context -> ofUnknownLength(context, words(1 << 20))).andExpect(status().isNotFound());
	}

	private static void refused(ResultActions result) throws Exception {
		result.andExpect(status().is(413)).andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
				.andExpect(jsonPath("$.rule").value("refusals.body-too-large"))
				.andExpect(jsonPath("$.detail").value(Matchers.containsString("At most 2 MB")));
	}

	private static MockHttpServletRequest ofUnknownLength(ServletContext context, byte[] body) {
		var request = new MockHttpServletRequest(context, "POST", RATING) {
			@Override
			public int getContentLength() {
				return -1;
			}

			@Override
			public long getContentLengthLong() {
				return -1;
			}
		};
		request.setContentType(MediaType.APPLICATION_JSON_VALUE);
		request.addHeader("Accept-Language", "en");
		request.setContent(body);
		return request;
	}
}
