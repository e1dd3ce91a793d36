package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import cn.cuobian.vault.SecretCode;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

class ResidentReportTests extends MattersInTheHouse {

	private void refused(MockMultipartHttpServletRequestBuilder form, int status, String sentence) throws Exception {
		long before = count("matter") + count("matter_attachment") + count("matter_request");
		web.perform(form).andExpect(status().is(status)).andExpect(content().string(org.hamcrest.Matchers.containsString(sentence)));
		assertThat(count("matter") + count("matter_attachment") + count("matter_request")).as("nothing half-written")
				.isEqualTo(before);
	}

	private static String page(ResultActions result) throws Exception {
		return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	@Test
	void theFormIsThereWithoutAnAccount() throws Exception {
		String page = page(web.perform(get("/report").param("place", here.building())).andExpect(status().isOk()));
		assertThat(page).contains("我要报事", "供水漏水", here.building(), "name=\"token\"").doesNotContain("??");
		assertThat(page(web.perform(get("/report").param("lang", "en")))).contains("Report a matter", "Fire safety")
				.doesNotContain("??");
	}

	@Test
	void aReportGivesANumberACodeAndAQrCode() throws Exception {
		String page = page(web.perform(form(token(), "三楼水管漏水。滴到二楼了。")).andExpect(status().isOk())
				.andExpect(header().string("Cache-Control", "no-store")));
		assertThat(number(page)).matches("TEST-2026-\\d{6}");
		assertThat(SecretCode.read(code(page))).isPresent();
		assertThat(page).contains("data:image/png;base64,").doesNotContain("??");
		var stored = db.sql("select title, state, tier, channel, scope from matter where number = ?").param(number(page))
				.query().singleRow();
		assertThat(stored).containsEntry("title", "三楼水管漏水").containsEntry("state", "OPEN").containsEntry("channel", "WEB")
				.containsEntry("scope", "BUILDING");
	}

	@Test
	void onlyTheHashOfTheCodeIsStored() throws Exception {
		String code = code(page(web.perform(form(token(), "水管漏水"))));
		SecretCode read = SecretCode.read(code).orElseThrow();
		assertThat(db.sql("select count(*) from matter_code where code_hash = ?").param(read.hash()).query(Long.class).single())
				.isOne();
		for (byte[] answer : db.sql("select answer from matter_request").query((row, i) -> row.getBytes(1)).list()) {
			assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain(code).doesNotContain(read.compact());
		}
	}

	@Test
	void theSlipIsPrintedFromTheCode() throws Exception {
		Receipt receipt = reported("水管漏水");
		String slip = page(web.perform(post("/report/slip").param("code", receipt.trackingCode()).with(csrf()))
				.andExpect(status().isOk()).andExpect(header().string("Cache-Control", "no-store")));
		assertThat(slip).contains(receipt.number(), receipt.trackingCode(), "class=\"slip\"").doesNotContain("??");
		web.perform(post("/report/slip").param("code", "nonsense").with(csrf())).andExpect(status().isNotFound());
	}

	@Test
	void everythingThatIsMissingIsSaidAtOnce() throws Exception {
		var empty = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/report");
		empty.param("token", token()).param("seen", "1").with(csrf());
		long before = count("matter");
		String page = page(web.perform(empty).andExpect(status().is(422)));
		assertThat(page).contains("请先选一个地方", "请选择这件事属于哪一类", "还没有写什么事").doesNotContain("??");
		assertThat(count("matter")).isEqualTo(before);
	}

	@Test
	void anUnknownPlaceIsRefused() throws Exception {
		var form = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/report");
		form.param("token", token()).param("place", "atlantis").param("kind", "water").param("narrative", "漏水")
				.param("seen", "1").with(csrf());
		refused(form, 422, "没有“atlantis”这个地方");
	}

	@Test
	void aNarrativeOfAHundredKilobytesIsRefusedAndKeptOnThePage() throws Exception {
		refused(form(token(), "水".repeat(100_000)), 422, "写得太长了");
		refused(form(token(), "水".repeat(Report.MAX_NARRATIVE + 1)), 422, "写得太长了");
		web.perform(form(token(), "水".repeat(Report.MAX_NARRATIVE))).andExpect(status().isOk());
	}

	@Test
	void aTextFileNamedJpgIsRefused() throws Exception {
		refused(form(token(), "漏水").file(photo("photo.jpg", "不是照片".getBytes(StandardCharsets.UTF_8))), 415,
				"photo.jpg”不是照片或 PDF");
	}

	@Test
	void aPhotoOfElevenMegabytesIsRefused() throws Exception {
		byte[] big = java.util.Arrays.copyOf("%PDF-1.4".getBytes(), PhotoLimits.MAX_BYTES + 1);
		refused(form(token(), "漏水").file(photo("big.jpg", big)), 413, "太大了");
	}

	@Test
	void aPngBombIsRefused() throws Exception {
		refused(form(token(), "漏水").file(photo("bomb.png", PhotosTests.bomb(64_000, 64_000))), 422, "像素太多");
	}

	@Test
	void aPhotoIsKeptWithTheMatter() throws Exception {
		String page = page(web.perform(form(token(), "漏水").file(photo("a.jpg", PhotosTests.picture(20, 10, "jpg")))));
		assertThat(db.sql("select name from matter_attachment where matter_id = ?").param(idOf(number(page)))
				.query(String.class).list()).containsExactly("a.jpg");
	}

	@Test
	void aContactWithoutConsentIsRefused() throws Exception {
		var form = form(token(), "漏水");
		form.param("phone", "13812345678");
		refused(form, 422, "请先勾选同意");
	}

	@Test
	void theSameFormTwiceMakesOneMatterAndShowsTheSameCode() throws Exception {
		String token = token();
		String first = page(web.perform(form(token, "漏水")).andExpect(status().isOk()));
		long after = count("matter");
		String second = page(web.perform(form(token, "漏水")).andExpect(status().isOk()));
		assertThat(code(second)).isEqualTo(code(first));
		assertThat(number(second)).isEqualTo(number(first));
		assertThat(count("matter")).isEqualTo(after);
	}

	@Test
	void theSameFormWithOtherWordsIsRefused() throws Exception {
		String token = token();
		web.perform(form(token, "漏水")).andExpect(status().isOk());
		refused(form(token, "停电"), 409, "已经提交过");
	}

	@Test
	void theSameFormFromManyThreadsAtOnceMakesOneMatter() throws Exception {
		String token = token();
		long before = count("matter");
		var threads = Executors.newFixedThreadPool(8);
		Callable<String> act = () -> page(web.perform(form(token, "大家一起点")));
		Set<String> codes = new HashSet<>();
		for (var each : threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> act).toList())) {
			codes.add(code(each.get()));
		}
		threads.shutdown();
		assertThat(codes).hasSize(1);
		assertThat(count("matter")).isEqualTo(before + 1);
	}

	@Test
	void similarOpenMattersAreShownFirstWithoutNumbersOrPhones() throws Exception {
		Receipt other = reported("中庭漏水，请打 13811110000 找我");
		var form = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/report");
		form.param("token", token()).param("place", here.building()).param("kind", "water").param("narrative", "中庭又漏水了")
				.with(csrf());
		long before = count("matter");
		String page = page(web.perform(form).andExpect(status().isOk()));
		assertThat(page).contains("可能已经有人报过", "中庭漏水").doesNotContain(other.number()).doesNotContain("13811110000");
		assertThat(count("matter")).isEqualTo(before);
		assertThat(page(web.perform(post("/report/similar").header("HX-Request", "true").param("place", here.building())
				.param("kind", "water").param("narrative", "中庭又漏水了").with(csrf()))))
				.contains("中庭漏水", "name=\"seen\"").doesNotContain("<html");
	}

	@Test
	void aNeighbourJoinsAndGetsACodeThatFollowsButDoesNotDecide() throws Exception {
		Receipt first = reported("中庭漏水");
		String ticket = application.getBean(Lookalikes.class)
				.ticket(application.getBean(MatterFile.class).of(idOf(first.number())));
		String token = token();
		String page = page(web.perform(post("/report/join").param("join", ticket).param("token", token).with(csrf()))
				.andExpect(status().isOk()));
		String again = page(web.perform(post("/report/join").param("join", ticket).param("token", token).with(csrf())));
		assertThat(code(again)).isEqualTo(code(page)).isNotEqualTo(first.trackingCode());
		assertThat(page(web.perform(get("/track/" + code(page))).andExpect(status().isOk()))).contains("供水漏水", "另有 1 位邻居")
				.doesNotContain("中庭漏水").doesNotContain("/withdraw");
		web.perform(post("/track/{code}/withdraw", code(page)).param("reason", "x").with(csrf())).andExpect(status().isForbidden());
		web.perform(post("/report/join").param("join", "forged").param("token", token()).with(csrf()))
				.andExpect(status().isNotFound());
	}

	@Test
	void withoutScriptsPlacesAreFoundByAButton() throws Exception {
		var find = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/report");
		find.param("token", token()).param("act", "find").param("placeText", here.compound().replace("x", "花园"))
				.param("narrative", "漏水").with(csrf());
		assertThat(page(web.perform(find).andExpect(status().isOk()))).contains("value=\"" + here.compound() + "\"", "漏水");
		assertThat(page(web.perform(get("/report/places").param("placeText", here.compound()).header("HX-Request", "true"))))
				.contains("value=\"" + here.compound() + "\"").doesNotContain("<html");
	}

	@Test
	void withoutTheProofOfOurFormNothingIsFiled() throws Exception {
		var form = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/report");
		form.param("token", token()).param("place", here.building()).param("kind", "water").param("narrative", "漏水");
		web.perform(form).andExpect(status().isForbidden());
	}
}
