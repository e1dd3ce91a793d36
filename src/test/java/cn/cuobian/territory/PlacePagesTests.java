package cn.cuobian.territory;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.SomePlaces.Branch;

@CuobianTest
class PlacePagesTests {

	private static final String HEADER = "code,parent,level,name_zh,name_en\n";

	@Autowired
	MockMvc web;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	SomePeople somePeople;
	@Autowired
	Places places;
	@Autowired
	PlaceImport imports;

	Branch branch;
	Person administrator;

	@BeforeEach
	void somebodyAndSomewhere() {
		branch = somePlaces.branch();
		administrator = somePeople.holding("administrator", Group.EVERYWHERE);
	}

	@Test
	void showsAPlaceWithWhatLiesAboveAndBelow() throws Exception {
		page("/admin/places?at=" + branch.compound()).andExpect(content().string(allOf(
				containsString("花园"), containsString("社区"), containsString("1栋"), containsString("/admin/posts?place=" + branch.compound()))));
		page("/admin/places?q=" + branch.building()).andExpect(content().string(containsString("?at=" + branch.building())));
		page("/admin/places").andExpect(content().string(containsString("测试市")));
		web.perform(get("/admin/places?at=" + branch.compound()).with(as(administrator)).param("lang", "en"))
				.andExpect(content().string(allOf(containsString("Building 1"), containsString("Compound"), not(containsString("??")))));
	}

	@Test
	void opensABranchInPlaceOrAsAPage() throws Exception {
		var address = "/admin/places/" + branch.compound() + "/children";
		web.perform(get(address).with(as(administrator)).header("HX-Request", "true")).andExpect(status().isOk())
				.andExpect(content().string(allOf(containsString("3栋"), not(containsString("<html")))));
		web.perform(get(address).with(as(administrator))).andExpect(redirectedUrl("/admin/places?at=" + branch.compound()));
		web.perform(get("/admin/places?at=atlantis").with(as(administrator))).andExpect(status().isNotFound())
				.andExpect(content().string(containsString("没有“atlantis”这个地点")));
	}

	@Test
	void importsAFileAfterItsPreview() throws Exception {
		var code = branch.community() + "-new";
		var preview = upload(HEADER + code + "," + branch.community() + ",compound,新来花园,Newcomer\n")
				.andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();

		page(preview).andExpect(content().string(containsString("新来花园")));
		assertThat(places.find(code)).isEmpty();
		web.perform(post(preview).with(as(administrator)).with(csrf())).andExpect(redirectedUrl("/admin/places"));

		assertThat(places.get(code).nameEn()).isEqualTo("Newcomer");
		web.perform(post(preview).with(as(administrator)).with(csrf())).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("已经导入")));
	}

	@Test
	void showsANewPreviewWhenPlacesChangedMeanwhile() throws Exception {
		var line = branch.community() + "-late," + branch.community() + ",compound,%s,Late\n";
		var preview = upload(HEADER + line.formatted("迟到花园")).andReturn().getResponse().getRedirectedUrl();
		page(preview);
		imports.apply((HEADER + line.formatted("别人先建")).getBytes(StandardCharsets.UTF_8));

		web.perform(post(preview).with(as(administrator)).with(csrf())).andExpect(redirectedUrl(preview));

		page(preview).andExpect(content().string(containsString("别人先建")));
		assertThat(places.get(branch.community() + "-late").nameZh()).isEqualTo("别人先建");
	}

	@Test
	void namesTheBadLinesOfAFile() throws Exception {
		upload(HEADER + "ok-1," + branch.community() + ",compound,甲,A\nbad-1,nowhere,compound,乙,B\n")
				.andExpect(status().isUnprocessableContent())
				.andExpect(content().string(allOf(containsString("上级“nowhere”"), containsString(">3<"))));
		upload("").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请先选择一个 CSV 文件")));
		assertThat(places.find("ok-1")).isEmpty();
	}

	private ResultActions upload(String csv) throws Exception {
		var file = new MockMultipartFile("file", "places.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
		return web.perform(multipart("/admin/places/import").file(file).with(as(administrator)).with(csrf()));
	}

	private ResultActions page(String address) throws Exception {
		return web.perform(get(address).with(as(administrator))).andExpect(status().isOk())
				.andExpect(content().string(not(containsString("??"))));
	}
}
