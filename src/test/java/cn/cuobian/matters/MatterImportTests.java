package cn.cuobian.matters;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import cn.cuobian.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

class MatterImportTests extends MattersInTheHouse {

	private static final String HEADER = "ref,compound,building,title_zh,title_en,category,scale,outcome_in_source,source\n";

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	private String twoLines() {
		return HEADER + mark + "-1," + here.compound() + ",1,1栋消防管网失压,Fire main,fire-safety,compound,solved,S0\n" + mark + "-2,"
				+ here.compound() + ",,中庭漏水,Leak,water,city,solved,S0\n";
	}

	private String preview(byte[] content, Person person, int status) throws Exception {
		return web.perform(multipart("/matters/import/preview").file(new MockMultipartFile("file", "m.csv", "text/csv", content))
				.with(as(person)).with(csrf())).andExpect(status().is(status)).andReturn().getResponse()
				.getContentAsString(StandardCharsets.UTF_8);
	}

	private String take(String text, Person person, int status) throws Exception {
		return web.perform(post("/matters/import").param("text", text).with(as(person)).with(csrf())).andExpect(status().is(status))
				.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	@Test
	void aListIsLookedThroughAndThenTakenOverOnce() throws Exception {
		long before = count("matter");
		assertThat(preview(twoLines().getBytes(StandardCharsets.UTF_8), secretary, 200)).contains("1栋消防管网失压", "导入 2 件")
				.doesNotContain("??");
		assertThat(count("matter")).isEqualTo(before);
		assertThat(take(twoLines(), secretary, 200)).contains("办好了，共 2 件", "查询码").doesNotContain("??");
		assertThat(db.sql("select place_code, scope, kind, channel from matter where source_ref = ?").param(mark + "-1").query().singleRow())
				.containsEntry("place_code", here.building()).containsEntry("scope", "COMPOUND").containsEntry("kind", "fire-safety")
				.containsEntry("channel", "LIST");
		assertThat(db.sql("select scope from matter where source_ref = ?").param(mark + "-2").query(String.class).single())
				.isEqualTo("DISTRICT");
		assertThat(preview(twoLines().getBytes(StandardCharsets.UTF_8), secretary, 200)).contains("以前已导入", "不用再导");
		take(twoLines(), secretary, 200);
		assertThat(count("matter")).isEqualTo(before + 2);
	}

	@Test
	void excelFilesOfAnyKindAreRead() throws Exception {
		assertThat(preview(twoLines().getBytes(Charset.forName("GBK")), secretary, 200)).contains("中庭漏水", "导入 2 件");
		assertThat(preview(("\uFEFF" + twoLines().replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8), secretary, 200))
				.contains("导入 2 件");
	}

	@Test
	void everyBadLineIsNamedAndNothingIsTaken() throws Exception {
		String bad = twoLines() + mark + "-1," + here.compound() + ",,重复,x,water,compound,,\n" + mark + "-4,atlantis,,没有,x,water,compound,,\n"
				+ mark + "-5," + here.compound() + ",,没有类别,x,weather,compound,,\n" + mark + "-6," + here.compound() + ",,没有范围,x,water,galaxy,,\n"
				+ mark + "-7," + here.compound() + ",,,x,water,compound,,\n";
		long before = count("matter");
		assertThat(preview(bad.getBytes(StandardCharsets.UTF_8), secretary, 200)).contains("有 5 行要改正", "出现了两次", "atlantis", "weather",
				"galaxy", "还没有写什么事").doesNotContain("导入 2 件");
		take(bad, secretary, 422);
		assertThat(count("matter")).isEqualTo(before);
	}

	@Test
	void aFileThatIsNoListIsRefusedWithASentence() throws Exception {
		assertThat(preview("code,parent\na,b\n".getBytes(), secretary, 422)).contains("缺少“ref”");
		assertThat(preview(new byte[0], secretary, 422)).contains("没有事项");
		assertThat(preview((HEADER + "a,\"b\n").getBytes(), secretary, 200)).contains("要改正");
	}

	@Test
	void aSecretaryTakesOverOnlyWhereHeHoldsHisPost() throws Exception {
		Person elsewhere = people.holding("hall-secretary", places.branch().compound());
		assertThat(preview(twoLines().getBytes(StandardCharsets.UTF_8), elsewhere, 200)).contains("不在您的管辖范围内");
		take(twoLines(), elsewhere, 422);
	}

	@Test
	void othersFindNoSuchPage() throws Exception {
		web.perform(get("/matters/import").with(as(steward))).andExpect(status().isNotFound());
		take(twoLines(), steward, 404);
		web.perform(get("/matters/import").with(as(secretary))).andExpect(status().isOk());
	}
}
