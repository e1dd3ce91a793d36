package cn.cuobian.matters;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import cn.cuobian.people.Person;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

class MatterPagesTests extends MattersInTheHouse {

	private static final Contact ZHANG = new Contact("张三丰", "13812345678", "zhang@example.com");

	@Autowired
	private Worklist worklist;
	@Autowired
	private Workbench workbench;
	@Autowired
	private Consent consent;

	private static String page(ResultActions result) throws Exception {
		return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	private String pageOf(String number, Person person) throws Exception {
		return page(web.perform(get("/matters/{number}", number).with(as(person))).andExpect(status().isOk()));
	}

	private String list(Person person, String query) throws Exception {
		return page(web.perform(get("/matters?" + query).with(as(person))).andExpect(status().isOk()));
	}

	private Receipt withContact() {
		return intake.report(new Report(here.building(), null, "2 单元", "water", "水管漏水", "三楼水管漏水", Channel.WEB, null, false, ZHANG,
				consent.current().version(), null, null, List.of(new Report.Upload("a.jpg", jpeg()))));
	}

	private static byte[] jpeg() {
		try {
			return PhotosTests.picture(20, 10, "jpg");
		} catch (java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private long attachmentOf(String number) {
		return db.sql("select id from matter_attachment where matter_id = ?").param(idOf(number)).query(Long.class).single();
	}

	@Test
	void aMatterSaysWhoIsOnItAndUntilWhen() throws Exception {
		Receipt receipt = withContact();
		String page = pageOf(receipt.number(), steward);
		assertThat(page).contains("水管漏水", "三楼水管漏水", "等 楼栋长", "领办。", "最晚 2026-03-", "2 单元", "data-island=\"diagram\"", "a.jpg")
				.doesNotContain("??");
		var task = worklist.openFor("matter:" + idOf(receipt.number())).get(0);
		workbench.claim(task.taskId(), viewer(steward));
		assertThat(pageOf(receipt.number(), steward)).contains(steward.name() + " 正在办");
		assertThat(page(web.perform(get("/matters/{number}?lang=en", receipt.number()).with(as(steward))))).contains("is on it")
				.doesNotContain("??");
	}

	@Test
	void theContactIsMaskedUntilSomebodyWhoWorksItGivesAReason() throws Exception {
		Receipt receipt = withContact();
		assertThat(pageOf(receipt.number(), steward)).contains("张**", "138****5678", "z***@example.com")
				.doesNotContain("13812345678").doesNotContain("张三丰");
		web.perform(post("/matters/{n}/contact", receipt.number()).param("reason", " ").with(as(steward)).with(csrf()))
				.andExpect(status().is(422));
		String open = page(web.perform(post("/matters/{n}/contact", receipt.number()).param("reason", "约时间上门").with(as(steward))
				.with(csrf())).andExpect(status().isOk()).andExpect(header().string("Cache-Control", "no-store")));
		assertThat(open).contains("13812345678", "张三丰");
		String part = page(web.perform(post("/matters/{n}/contact", receipt.number()).param("reason", "约时间上门")
				.header("HX-Request", "true").with(as(steward)).with(csrf())));
		assertThat(part).contains("13812345678").doesNotContain("<html");
		assertThat(pageOf(receipt.number(), steward)).contains("查看了联系方式", "约时间上门").doesNotContain("13812345678");
		assertThat(db.sql("select count(*) from matter_reveal where person_id = ?").param(steward.id()).query(Long.class).single())
				.isEqualTo(2);
	}

	@Test
	void whoOnlySeesTheMatterDoesNotSeeTheContact() throws Exception {
		Receipt receipt = withContact();
		Person supervisor = people.holding("supervisor", here.city());
		assertThat(pageOf(receipt.number(), supervisor)).contains("138****5678").doesNotContain("reveal-reason");
		web.perform(post("/matters/{n}/contact", receipt.number()).param("reason", "想看看").with(as(supervisor)).with(csrf()))
				.andExpect(status().isForbidden()).andExpect(content().string(org.hamcrest.Matchers.containsString("您没有办理这件事")));
	}

	@Test
	void whoSeesEverywhereFindsMattersOfEveryCity() throws Exception {
		Receipt receipt = withContact();
		var everywhere = people.holding("supervisor", "*");
		assertThat(list(everywhere, "")).contains("/matters/");
		web.perform(get("/matters").param("q", receipt.number()).with(as(everywhere))).andExpect(redirectedUrl("/matters/" + receipt.number()));
	}

	@Test
	void afterThirtyLooksADayThereAreNoMore() throws Exception {
		Receipt receipt = withContact();
		Reveals reveals = application.getBean(Reveals.class);
		Matter matter = application.getBean(MatterFile.class).of(idOf(receipt.number()));
		for (int i = 0; i < Reveals.A_DAY; i++) {
			reveals.reveal(matter, viewer(steward), "约时间上门");
		}
		web.perform(post("/matters/{n}/contact", receipt.number()).param("reason", "再看一次").with(as(steward)).with(csrf()))
				.andExpect(status().isTooManyRequests());
		clock.travel(java.time.Duration.ofHours(25));
		web.perform(post("/matters/{n}/contact", receipt.number()).param("reason", "再看一次").with(as(steward)).with(csrf()))
				.andExpect(status().isOk());
	}

	@Test
	void anothersMatterIsNotThereInAnyWay() throws Exception {
		Receipt receipt = withContact();
		long attachment = attachmentOf(receipt.number());
		Branch elsewhere = places.branch();
		for (Person stranger : List.of(people.holding("building-steward", elsewhere.building()),
				people.holding("hall-secretary", elsewhere.compound()), people.holding("supervisor", elsewhere.city()), people.person())) {
			for (String address : List.of("/matters/" + receipt.number(), "/matters/" + receipt.number() + "/attachments/" + attachment,
					"/api/v1/matters/" + receipt.number() + "/attachments/" + attachment, "/matters/" + receipt.number() + "/diagram",
					"/matters/" + receipt.number() + "/diagram/0", "/api/v1/matters/" + receipt.number())) {
				web.perform(get(address).with(as(stranger))).andExpect(status().isNotFound());
			}
			for (String act : List.of("contact", "comments")) {
				web.perform(post("/matters/{n}/" + act, receipt.number()).param("reason", "xx").param("text", "xx").with(as(stranger))
						.with(csrf())).andExpect(status().isNotFound());
			}
			assertThat(list(stranger, "")).doesNotContain(receipt.number());
			assertThat(list(stranger, "q=" + receipt.number())).doesNotContain("水管漏水");
			assertThat(list(stranger, "q=水管漏水")).doesNotContain(receipt.number());
			web.perform(get("/api/v1/matters?q=水管").with(as(stranger)))
					.andExpect(content().string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString(receipt.number()))));
		}
		web.perform(get("/matters/TEST-2026-999999").with(as(steward))).andExpect(status().isNotFound());
	}

	@Test
	void withoutSigningInThereAreNoMatters() throws Exception {
		Receipt receipt = withContact();
		web.perform(get("/matters/" + receipt.number()).accept("text/html")).andExpect(status().is3xxRedirection());
		web.perform(get("/api/v1/matters/" + receipt.number())).andExpect(status().isUnauthorized());
	}

	@Test
	void aFileIsHandedOutSoThatNothingInItCanRun() throws Exception {
		Receipt receipt = withContact();
		String address = "/matters/" + receipt.number() + "/attachments/" + attachmentOf(receipt.number());
		web.perform(get(address).with(as(steward))).andExpect(status().isOk()).andExpect(content().contentType("image/jpeg"))
				.andExpect(header().string("X-Content-Type-Options", "nosniff"))
				.andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
				.andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment;")));
		web.perform(get(address + "?show=true").with(as(steward)))
				.andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("inline;")));
		web.perform(get("/matters/" + receipt.number() + "/attachments/999999999").with(as(steward))).andExpect(status().isNotFound());
	}

	@Test
	void aNumberAndItsBeginningAreFound() throws Exception {
		Receipt receipt = reported("三楼水管漏水");
		web.perform(get("/matters").param("q", receipt.number().toLowerCase()).with(as(steward)))
				.andExpect(redirectedUrl("/matters/" + receipt.number()));
		assertThat(list(steward, "q=" + receipt.number().substring(0, 10))).contains(receipt.number());
		assertThat(list(steward, "q=TEST-1999-")).doesNotContain(receipt.number());
	}

	@Test
	void chineseIsFoundAnywhereInTheText() throws Exception {
		Receipt leak = reported("地下车库顶板渗水，车位没法停");
		Receipt noise = reported("夜里施工噪声大");
		assertThat(list(steward, "q=顶板渗")).contains(leak.number()).doesNotContain(noise.number());
		assertThat(list(steward, "q=渗")).contains(leak.number()).doesNotContain(noise.number());
		assertThat(list(steward, "q=车位 车库")).contains(leak.number());
		assertThat(list(steward, "q=渗顶板")).doesNotContain(leak.number());
		assertThat(list(steward, "q=施工&state=closed")).doesNotContain(noise.number());
		assertThat(list(steward, "q=施工&state=open&kind=water")).contains(noise.number());
		assertThat(list(steward, "q=%25&state=nonsense&kind=nonsense")).contains("没有符合条件的事项");
	}

	@Test
	void pagesFollowOneAnotherWithoutGapsOrRepeats() {
		for (int i = 0; i < 7; i++) {
			reported("翻页 " + i);
		}
		MatterSearch search = application.getBean(MatterSearch.class);
		for (String text : List.of("", "翻页")) {
			var wanted = new MatterSearch.Wanted(text, null, null);
			var first = search.page(wanted, viewer(steward), null, 3);
			var second = search.page(wanted, viewer(steward), first.next(), 3);
			var third = search.page(wanted, viewer(steward), second.next(), 3);
			assertThat(List.of(first, second, third)).flatExtracting(page -> page.matters().stream().map(Matter::number).toList())
					.hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
			assertThat(third.next()).isNull();
		}
	}

	@Test
	void commentsAndFilesAreOnRecord() throws Exception {
		Receipt receipt = reported("水管漏水");
		web.perform(post("/matters/{n}/comments", receipt.number()).param("text", "已电话联系 <b>物业</b>").with(as(steward)).with(csrf()))
				.andExpect(status().is3xxRedirection());
		web.perform(multipart("/matters/{n}/attachments", receipt.number())
				.file(new MockMultipartFile("photos", "现场.png", "image/png", PhotosTests.picture(3, 3, "png"))).with(as(steward))
				.with(csrf())).andExpect(status().is3xxRedirection());
		assertThat(pageOf(receipt.number(), steward)).contains("已电话联系 &lt;b&gt;物业&lt;/b&gt;", "现场.png", steward.name());
		web.perform(post("/matters/{n}/comments", receipt.number()).param("text", " ").with(as(steward)).with(csrf()))
				.andExpect(status().is(422));
		web.perform(post("/matters/{n}/comments", receipt.number()).param("text", "字".repeat(Remarks.MAX_COMMENT + 1))
				.with(as(steward)).with(csrf())).andExpect(status().is(422));
	}

	@Test
	void theDrawingTellsWhereItStands() throws Exception {
		Receipt receipt = reported("水管漏水");
		String traces = page(web.perform(get("/matters/{n}/diagram", receipt.number()).with(as(steward))).andExpect(status().isOk()));
		assertThat(traces).contains("\"bpmnUrl\":\"/matters/" + receipt.number() + "/diagram/0\"", "\"active\":[\"");
		assertThat(page(web.perform(get("/matters/{n}/diagram/0", receipt.number()).with(as(steward))).andExpect(status().isOk())))
				.contains("<bpmn");
		web.perform(get("/matters/{n}/diagram/99", receipt.number()).with(as(steward))).andExpect(status().isNotFound());
	}

	@Test
	void aCaseworkerFilesForSomebody() throws Exception {
		String form = page(web.perform(get("/matters/new").with(as(steward))).andExpect(status().isOk()));
		assertThat(form).contains("代居民报事", "微信群", "涉及范围").doesNotContain("??");
		var request = multipart("/matters/new");
		request.param("token", token()).param("place", here.compound()).param("building", "2栋").param("kind", "parking")
				.param("narrative", "消防通道停满了车").param("channel", "wechat").param("scope", "community").param("urgent", "true")
				.param("seen", "1").with(as(steward)).with(csrf());
		String receipt = page(web.perform(request).andExpect(status().isOk()));
		assertThat(db.sql("select place_code, channel, scope, urgent, reported_by from matter where number = ?").param(number(receipt))
				.query().singleRow()).containsEntry("place_code", here.compound() + "-2").containsEntry("channel", "WECHAT")
				.containsEntry("scope", "COMMUNITY").containsEntry("urgent", true).containsEntry("reported_by", steward.id());
		assertThat(pageOf(number(receipt), steward)).as("who filed it may see it").contains("消防通道停满了车");
	}

	@Test
	void aCaseworkersFaultsAreShownBesideTheirFields() throws Exception {
		var request = multipart("/matters/new");
		request.param("token", token()).param("place", here.compound()).param("channel", "pigeon").param("seen", "1").with(as(steward))
				.with(csrf());
		assertThat(page(web.perform(request).andExpect(status().is(422)))).contains("请选择是怎样收到的");
	}

	@Test
	void wordsOfAFormAreOnRecordWithTheirLabels() throws Exception {
		Receipt receipt = reported("过道堆放杂物");
		var task = worklist.openFor("matter:" + idOf(receipt.number())).get(0);
		workbench.complete(task.taskId(), Map.of("decision", "raise", "minutes", "谈了两次", "reason", "本楼定不了"), viewer(steward));
		assertThat(pageOf(receipt.number(), steward)).contains("谈了两次", "本楼定不了", "往上报到：邻里议事厅");
		assertThat(pageOf(receipt.number(), secretary)).as("the hall has it now").contains("等 ");
	}
}
