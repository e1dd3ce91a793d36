package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.vault.SecretCode;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class TrackPagesTests extends MattersInTheHouse {

	@Autowired
	private Worklist worklist;
	@Autowired
	private Workbench workbench;
	@Autowired
	private Posts posts;
	@Autowired
	private Consent consent;

	private static String page(ResultActions result) throws Exception {
		return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	private String state(Receipt receipt) throws Exception {
		return page(web.perform(get("/track/" + receipt.trackingCode())).andExpect(status().isOk()));
	}

	/** Whoever may do the open task does it. */
	private void done(Receipt receipt, Map<String, Object> form) {
		WorkItem task = worklist.openFor("matter:" + idOf(receipt.number())).get(0);
		Person person = posts.holders(worklist.groups(task.taskId()).get(0)).iterator().next();
		workbench.complete(task.taskId(), form, viewer(person));
	}

	private Receipt answered() {
		Receipt receipt = reported("过道灯不亮");
		done(receipt, Map.of("decision", "settled", "minutes", "内部记录：换灯泡 3 元"));
		for (int i = 0; i < 3 && matter(receipt).state() == MatterState.OPEN; i++) {
			WorkItem task = worklist.openFor("matter:" + idOf(receipt.number())).get(0);
			done(receipt, task.elementId().contains("feedback") ? Map.of("answer", "灯已经换好，请查看", "told_by", "code")
					: task.elementId().contains("verify") ? Map.of("checked", List.of("visit"), "decision", "verified")
							: Map.of("minutes", "内部记录：换灯泡 3 元"));
		}
		assertThat(matter(receipt).state()).isEqualTo(MatterState.ANSWERED);
		return receipt;
	}

	private Matter matter(Receipt receipt) {
		return application.getBean(MatterFile.class).of(idOf(receipt.number()));
	}

	@Test
	void aWrongAMistypedAndAMalformedCodeGetTheSamePage() throws Exception {
		Receipt receipt = reported("漏水");
		String wrong = page(web.perform(get("/track/" + SecretCode.issue().compact())).andExpect(status().isNotFound()));
		String typo = receipt.trackingCode().substring(0, 23) + (receipt.trackingCode().endsWith("7") ? "8" : "7");
		assertThat(page(web.perform(get("/track/" + typo)).andExpect(status().isNotFound()))).satisfies(other -> assertThat(words(other)).isEqualTo(words(wrong)));
		assertThat(page(web.perform(get("/track/nonsense")).andExpect(status().isNotFound()))).satisfies(other -> assertThat(words(other)).isEqualTo(words(wrong)));
		assertThat(wrong).contains("没有这个查询码").doesNotContain("??");
		web.perform(post("/track").param("code", "nonsense").with(csrf())).andExpect(status().isNotFound());
		web.perform(get("/api/v1/track/nonsense")).andExpect(status().isNotFound())
				.andExpect(jsonPath("$.rule").value("matters.unknown-code"));
	}

	/** What a reader sees; addresses and the form's proof differ from request to request. */
	private static String words(String page) {
		return page.substring(page.indexOf("<main")).replaceAll("<[^>]*>", "");
	}

	@Test
	void theCodeIsTypedAsTheResidentLikes() throws Exception {
		Receipt receipt = reported("漏水");
		web.perform(post("/track").param("code", receipt.trackingCode().toLowerCase().replace('-', ' ')).with(csrf()))
				.andExpect(redirectedUrl("/track/" + receipt.trackingCode().replace("-", "")));
	}

	@Test
	void thePageSaysWhoHasItUntilWhenAndWhatComesNext() throws Exception {
		Receipt receipt = reported("漏水");
		String page = page(web.perform(get("/track/" + receipt.trackingCode())).andExpect(status().isOk())
				.andExpect(header().string("Cache-Control", "no-store")).andExpect(header().string("Referrer-Policy", "no-referrer")));
		assertThat(page).contains(receipt.number(), "楼栋长", "最晚 2026-03-", "接下来", "收到您反映的事项", "撤回").doesNotContain("??");
		assertThat(page(web.perform(get("/track/" + receipt.trackingCode() + "?lang=en")))).contains("With ", "Next:")
				.doesNotContain("??");
	}

	@Test
	void aTaskPastItsTimeIsCalledSoAndNobodyClaimsToPressIt() throws Exception {
		Receipt receipt = reported("漏水");
		clock.travel(java.time.Duration.ofDays(30));
		assertThat(state(receipt)).contains("已超过时限，还在办理").doesNotContain("催办");
		assertThat(page(web.perform(get("/track/" + receipt.trackingCode() + "?lang=en")))).contains("Past its time limit");
	}

	@Test
	void nothingPersonalAndNothingInternalIsOnThePage() throws Exception {
		Receipt receipt = intake.report(new Report(here.building(), null, null, "water", null, "过道灯不亮", Channel.WEB, null, false,
				new Contact("金丝雀·测试员", "13900000000", null), consent.current().version(), null, null, List.of()));
		WorkItem task = worklist.openFor("matter:" + idOf(receipt.number())).get(0);
		workbench.claim(task.taskId(), viewer(steward));
		application.getBean(Remarks.class).comment(matter(receipt), viewer(steward), "内部留言");
		done(receipt, Map.of("decision", "raise", "minutes", "内部记录", "reason", "内部原因"));
		for (String page : List.of(state(receipt), page(web.perform(get("/api/v1/track/" + receipt.trackingCode()))))) {
			assertThat(page).doesNotContain("金丝雀").doesNotContain("13900000000").doesNotContain("139****").doesNotContain(steward.name())
					.doesNotContain("内部");
		}
	}

	@Test
	void theAnswerIsReadRatedOnceAndTheMatterIsFiled() throws Exception {
		Receipt receipt = answered();
		assertThat(state(receipt)).contains("灯已经换好，请查看", "结果您满意吗", "要求再办").doesNotContain("内部记录").doesNotContain("??");
		String address = "/track/" + receipt.trackingCode() + "/rating";
		web.perform(post(address).with(csrf())).andExpect(status().is(422));
		web.perform(post(address).param("satisfaction", "6").with(csrf())).andExpect(status().is(422));
		web.perform(post(address).param("satisfaction", "5").param("words", "谢谢").with(csrf())).andExpect(status().is3xxRedirection());
		assertThat(matter(receipt).rating()).hasValueSatisfying(rating -> assertThat(rating.satisfaction()).isEqualTo(5));
		assertThat(matter(receipt).state()).isEqualTo(MatterState.CLOSED);
		web.perform(post(address).param("satisfaction", "1").with(csrf())).andExpect(status().isConflict());
		assertThat(state(receipt)).contains("您打了 5 分", "已办结").doesNotContain("name=\"satisfaction\"");
	}

	@Test
	void theRatingCanBeGivenOverTheApi() throws Exception {
		Receipt receipt = answered();
		web.perform(post("/api/v1/track/{code}/rating", receipt.trackingCode()).contentType(MediaType.APPLICATION_JSON)
				.content("{\"satisfaction\":4,\"words\":\"好\"}")).andExpect(status().isOk()).andExpect(jsonPath("$.satisfaction").value(4));
		web.perform(post("/api/v1/track/{code}/rating", receipt.trackingCode()).contentType(MediaType.APPLICATION_JSON)
				.content("{\"satisfaction\":4}")).andExpect(status().isConflict())
				.andExpect(jsonPath("$.rule").value("matters.rated-already"));
	}

	@Test
	void itIsReopenedOnceWithAReason() throws Exception {
		Receipt receipt = answered();
		String address = "/track/" + receipt.trackingCode() + "/reopen";
		web.perform(post(address).param("reason", " ").with(csrf())).andExpect(status().is(422));
		web.perform(post(address).param("reason", "灯又坏了").with(csrf())).andExpect(status().is3xxRedirection());
		assertThat(matter(receipt).state()).isEqualTo(MatterState.OPEN);
		assertThat(application.getBean(Timeline.class).of(idOf(receipt.number())).stream()
				.filter(entry -> entry.kind() == TimelineKind.REOPENED)).singleElement()
				.satisfies(entry -> assertThat(entry.text("reason")).isEqualTo("灯又坏了"));
		web.perform(post(address).param("reason", "再来").with(csrf())).andExpect(status().isConflict());
		assertThat(state(receipt)).doesNotContain("/reopen\"");
	}

	@Test
	void itIsTakenBackWhileOpen() throws Exception {
		Receipt receipt = reported("漏水");
		String address = "/track/" + receipt.trackingCode() + "/withdraw";
		String task = worklist.openFor("matter:" + idOf(receipt.number())).get(0).name().zh();
		web.perform(post(address).with(csrf())).andExpect(status().is(422));
		web.perform(post(address).param("reason", "自己修好了").with(csrf())).andExpect(status().is3xxRedirection());
		assertThat(matter(receipt).state()).isEqualTo(MatterState.WITHDRAWN);
		assertThat(worklist.openFor("matter:" + idOf(receipt.number()))).isEmpty();
		assertThat(application.getBean(Timeline.class).of(idOf(receipt.number())).stream()
				.filter(entry -> entry.kind() == TimelineKind.LAPSED)).singleElement()
				.satisfies(entry -> assertThat(entry.text("task")).isEqualTo(task));
		web.perform(post(address).param("reason", "再来").with(csrf())).andExpect(status().isConflict());
		assertThat(state(receipt)).contains("您已经撤回").doesNotContain("/withdraw\"");
	}

	@Test
	void whoGuessesTooMuchIsToldToWait() throws Exception {
		for (int i = 0; i < 30; i++) {
			web.perform(get("/track/" + SecretCode.issue().compact()).with(from("2001:db8:1:1::" + i))).andExpect(status().isNotFound());
		}
		assertThat(page(web.perform(get("/track/nonsense").with(from("2001:db8:1:1:ffff::1"))).andExpect(status().isTooManyRequests())))
				.contains("输错的查询码太多");
		web.perform(get("/track/nonsense").with(from("2001:db8:1:2::1"))).andExpect(status().isNotFound());
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
		return request -> {
			request.setRemoteAddr(address);
			return request;
		};
	}
}
