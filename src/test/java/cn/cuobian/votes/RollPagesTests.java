package cn.cuobian.votes;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
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
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import cn.cuobian.CuobianTest;
import cn.cuobian.paper.Press;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.vault.Sha256;

@CuobianTest
class RollPagesTests {

	private static final List<String> PEOPLE = List.of("陈晓明", "林丽华", "林建国", "黄志强", "13900000", "one@example");

	@Autowired
	JdbcClient db;
	@Autowired
	ApplicationContext application;
	@Autowired
	MockMvc web;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	SomePeople somePeople;
	@Autowired
	SheetRolls some;
	@Autowired
	Rolls rolls;
	@Autowired
	RollUnits units;
	@Autowired
	RollLines lines;
	@Autowired
	RollRows rows;

	Branch branch;
	Person officer;
	Viewer viewer;

	@BeforeEach
	void somebodyAndSomewhere() {
		branch = somePlaces.branch();
		officer = somePeople.holding("election-officer", branch.township());
		viewer = TestViewers.of(application, officer);
	}

	@Test
	void anOfficerMakesARollImportsItAfterItsPreviewAndFreezesIt() throws Exception {
		page("/rolls").andExpect(content().string(containsString("/rolls/new")));
		page("/rolls/new").andExpect(content().string(allOf(containsString("花园"), containsString("新村"))));
		var roll = send("/rolls", "place", branch.compound(), "title", "首次业主大会").andExpect(status().is3xxRedirection())
				.andReturn().getResponse().getRedirectedUrl();
		page(roll).andExpect(content().string(containsString("还没有房屋")));

		var preview = upload(roll + "/import", SheetRolls.SMALL, "12", "943.50").andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
		page(preview).andExpect(content().string(allOf(containsString("918.50"), containsString("1幢102"), containsString("林**"), nobody())));
		assertThat(rolls.of(id(roll)).units()).isZero();
		send(preview).andExpect(redirectedUrl(roll));
		page(roll).andExpect(content().string(allOf(containsString("2幢201"), containsString("导入表格"), nobody())));

		send(roll + "/freeze", "edition", "1").andExpect(status().isConflict()).andExpect(content().string(containsString("您看过之后名册有了变动")));
		send(roll + "/freeze", "edition", String.valueOf(rows.edition(id(roll)))).andExpect(redirectedUrl(roll));
		page(roll).andExpect(content().string(allOf(containsString(rolls.of(id(roll)).fingerprint()), containsString("已定稿"))));
		page("/rolls").andExpect(content().string(containsString("首次业主大会")));
	}

	@Test
	void namesTheBadLinesAndKeepsWhatWasTyped() throws Exception {
		var roll = "/rolls/" + rolls.create(branch.compound(), "名册", false, viewer);

		upload(roll + "/import", SheetRolls.SMALL.replace("2幢101,89.50", "2幢101,89.505"), "12", "943.50").andExpect(status().isUnprocessableContent())
				.andExpect(content().string(allOf(containsString("小数超过两位"), containsString(">8<"), containsString("943.50"))));
		upload(roll + "/import", SheetRolls.SMALL, "12", "943.51").andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("各行相加是 943.50 平方米")));
		upload(roll + "/import", SheetRolls.SMALL, "很多", "943.50").andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("请填写表格一共有多少套")));
		upload(roll + "/import", "", "12", "943.50").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请先选择文件")));
		send("/rolls", "place", branch.compound(), "title", " ").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请填写名册的名称")));
		assertThat(rolls.of(id(roll)).units()).isZero();
	}

	@Test
	void findsAUnitShowsItMaskedAndInFullForAReasonOnRecord() throws Exception {
		var id = some.frozen(branch.compound(), viewer);
		var unit = "/rolls/" + id + "/units/" + units.find(id, "1幢102").orElseThrow().id();

		page("/rolls/" + id + "?q=幢 102").andExpect(content().string(allOf(containsString(unit), not(containsString("1幢201")))));
		page("/rolls/" + id + "?q=%25").andExpect(content().string(containsString("没有这样的房号")));
		page(unit).andExpect(content().string(allOf(containsString("林**"), containsString("139****0102"), nobody(),
				not(containsString(lines.of(id, "1幢102").orElseThrow().salt())))));
		send(unit + "/reveal", "reason", "..").andExpect(status().isUnprocessableContent()).andExpect(content().string(nobody()));
		send(unit + "/reveal", "reason", "电话核对业主代表").andExpect(status().isOk())
				.andExpect(content().string(allOf(containsString("林丽华"), containsString("13900000102"), containsString(lines.of(id, "1幢102").orElseThrow().salt()))));
		page(unit).andExpect(content().string(allOf(containsString("查看业主资料"), containsString("电话核对业主代表"), nobody())));
	}

	@Test
	void takesAnObjectionAnswersItAndChangesTheUnit() throws Exception {
		var id = some.draft(branch.compound(), viewer);
		var roll = "/rolls/" + id;
		var unit = roll + "/units/" + units.find(id, "2幢101").orElseThrow().id();

		send(roll + "/objections", "unit", "2幢101", "words", "产权证上是 90.50 平方米").andExpect(redirectedUrl(roll));
		page(roll).andExpect(content().string(allOf(containsString("产权证上是 90.50"), containsString("待答复"))));
		send(roll + "/freeze", "edition", String.valueOf(rows.edition(id))).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("还有 1 件异议没有答复")));
		var objection = application.getBean(RollObjections.class).of(id).get(0).id();
		send(roll + "/objections/" + objection, "answer", "已看产权证原件", "upheld", "true").andExpect(redirectedUrl(roll));
		send(unit + "/area", "area", "很大", "reason", "按产权证改正").andExpect(status().isUnprocessableContent())
				.andExpect(content().string(allOf(containsString("不是数字"), containsString("按产权证改正"))));
		send(unit + "/area", "area", "90.50", "reason", "按产权证改正").andExpect(redirectedUrl(unit));
		send(unit + "/owners", "owners", "曾丽、张国美", "lastFour", "2001、1005", "reason", "补上共有人", "sale", "已售").andExpect(redirectedUrl(unit));
		page(unit).andExpect(content().string(allOf(containsString("89.50 → 90.50"), containsString("张** → 曾**、张**"), not(containsString("曾丽")))));
		var owner = application.getBean(RollOwners.class).ofUnit(units.find(id, "2幢101").orElseThrow().id()).get(1).id();
		send(unit + "/representative", "owner", String.valueOf(owner), "reason", "书面推选").andExpect(redirectedUrl(unit));
		send(unit + "/representative", "owner", "x", "reason", "书面推选").andExpect(status().isUnprocessableContent());

		assertThat(rolls.of(id).area()).isEqualTo(919_50);
	}

	@Test
	void everybodySeesTheNumbersOfAFrozenRollAndNoPersonAndNoUnit() throws Exception {
		var id = some.frozen(branch.compound(), viewer);
		var address = "/rolls/public/" + id;

		web.perform(get(address)).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("918.50"),
				containsString(rolls.of(id).fingerprint()), nobody(), not(containsString("1幢102")), not(containsString("??")))));
		var list = web.perform(get(address + "/lines.txt")).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
		assertThat(Sha256.hex(list)).isEqualTo(rolls.of(id).fingerprint());
		web.perform(get(address).param("lang", "en")).andExpect(content().string(allOf(containsString("Fingerprint"), not(containsString("??")))));
	}

	@Test
	void anOwnerChecksHisLineByTheCodeOnHisNotice() throws Exception {
		var id = some.frozen(branch.compound(), viewer);
		var line = lines.of(id, "1幢102").orElseThrow();
		var check = "/rolls/public/" + id + "/check";

		web.perform(get(check)).andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
		web.perform(post(check).with(csrf()).param("unit", "1 幢 102").param("salt", line.salt().toUpperCase())).andExpect(status().isOk())
				.andExpect(content().string(allOf(containsString(line.hash()), containsString("林**"), nobody())));
		web.perform(post(check).with(csrf()).param("unit", "1幢102").param("salt", "0123456789abcdef")).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(allOf(containsString("对不上"), not(containsString(line.hash())))));
		web.perform(post(check).with(csrf()).param("unit", "9幢999").param("salt", line.salt())).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("对不上")));
	}

	@Test
	void theNextRollBeginsWithTheLinesOfTheLast() throws Exception {
		var id = some.frozen(branch.compound(), viewer);
		page("/rolls/" + id + "/next").andExpect(content().string(allOf(containsString("1幢"), containsString("2幢"))));

		var copy = id(send("/rolls/" + id + "/next/copy", "title", "明年的名册").andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl());

		assertThat(rolls.of(copy)).isEqualTo(new RollFacts(copy, branch.compound(), "明年的名册", false, RollState.DRAFT, 10, 7, 918_50, null));
		assertThat(lines.of(copy)).extracting(RollLine::owners).containsExactlyElementsOf(lines.of(id).stream().map(RollLine::owners).toList());
		assertThat(lines.of(copy)).extracting(RollLine::salt).doesNotContainAnyElementsOf(lines.of(id).stream().map(RollLine::salt).toList());
		assertThat(rolls.freeze(copy, viewer).heads()).isEqualTo(7);
		assertThat(rolls.of(copy).fingerprint()).isNotEqualTo(rolls.of(id).fingerprint());
	}

	@Test
	void aRollOfOneBuildingHoldsItsUnitsAndTheirOwnersOnly() throws Exception {
		var id = some.frozen(branch.compound(), viewer);
		var theirs = lines.of(id).stream().filter(line -> line.code().startsWith("2幢")).toList();
		send("/rolls/" + id + "/next/copy", "title", "住改商", "building", "9幢").andExpect(status().isUnprocessableContent());

		var copy = id(send("/rolls/" + id + "/next/copy", "title", "2幢住改商", "building", "2幢").andExpect(status().is3xxRedirection())
				.andReturn().getResponse().getRedirectedUrl());

		assertThat(theirs).isNotEmpty().hasSizeLessThan(lines.of(id).size());
		assertThat(lines.of(copy)).extracting(RollLine::code).containsExactlyElementsOf(theirs.stream().map(RollLine::code).toList());
		assertThat(rolls.freeze(copy, viewer)).satisfies(frozen -> assertThat(frozen.heads()).isPositive().isLessThan(rolls.of(id).heads()));
		assertThat(rolls.isOfOneBuilding(copy)).isTrue();
		assertThat(rolls.isOfOneBuilding(id)).isFalse();
		assertThat(db.sql("select count(*) from roll_owner where roll_id = ?").param(copy).query(Integer.class).single())
				.isEqualTo((int) theirs.stream().flatMap(line -> line.owners().stream()).distinct().count());
	}

	@Test
	void printsNoticesForAReasonOnRecordAndOnlyOfAFrozenRoll() throws Exception {
		var draft = some.draft(branch.compound(), viewer);
		var id = some.frozen(branch.compound(), viewer);
		var slips = "/rolls/" + id + "/next/slips";

		send("/rolls/" + draft + "/next/slips", "building", "1幢", "reason", "送达业主").andExpect(status().isConflict());
		send(slips, "building", "9幢", "reason", "送达业主").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("没有这一幢")));
		send(slips, "building", "2幢", "reason", "").andExpect(status().isUnprocessableContent());
		assumeThat(application.getBean(Press.class).ready()).as("the font is built").isTrue();
		var pdf = send(slips, "building", "2幢", "reason", "送达业主").andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();

		try (var document = Loader.loadPDF(pdf)) {
			var text = new PDFTextStripper().getText(document);
			assertThat(text).contains("2幢101", "张国美", "89.50", lines.of(id, "2幢101").orElseThrow().salt(), "/rolls/public/" + id).doesNotContain("1幢101");
		}
		page("/rolls/" + id).andExpect(content().string(allOf(containsString("打印通知单"), containsString("送达业主"))));
	}

	@Test
	void aDraftIsNotPublicAndNobodyElseSeesARoll() throws Exception {
		var id = some.draft(branch.compound(), viewer);
		var unit = units.find(id, "1幢102").orElseThrow().id();
		var elsewhere = somePlaces.branch();

		for (var address : new String[] { "", "/lines.txt", "/check" }) {
			web.perform(get("/rolls/public/" + id + address)).andExpect(status().isNotFound());
		}
		for (var stranger : new Person[] { somePeople.holding("election-officer", elsewhere.township()), somePeople.holding("leader-office", branch.township()),
				somePeople.holding("committee-chair", branch.compound()), somePeople.holding("administrator", Group.EVERYWHERE) }) {
			for (var address : new String[] { "", "/import", "/next", "/units/" + unit }) {
				web.perform(get("/rolls/" + id + address).with(as(stranger))).andExpect(status().isNotFound());
			}
			web.perform(post("/rolls/" + id + "/freeze").with(as(stranger)).with(csrf())).andExpect(status().isNotFound());
			web.perform(post("/rolls/" + id + "/units/" + unit + "/reveal").param("reason", "想看看是谁").with(as(stranger)).with(csrf())).andExpect(status().isNotFound());
			web.perform(get("/rolls").with(as(stranger))).andExpect(content().string(not(containsString("/rolls/" + id))));
		}
	}

	/** Neither a name nor a number nor an address in full. */
	private static Matcher<String> nobody() {
		return not(anyOf(PEOPLE.stream().map(Matchers::containsString).<Matcher<? super String>>map(matcher -> matcher).toList()));
	}

	private ResultActions upload(String address, String csv, String units, String area) throws Exception {
		var file = new MockMultipartFile("file", "roll.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
		return web.perform(multipart(address).file(file).param("units", units).param("area", area).with(as(officer)).with(csrf()));
	}

	private ResultActions send(String address, String... fields) throws Exception {
		var request = post(address).with(as(officer)).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return web.perform(request);
	}

	private ResultActions page(String address) throws Exception {
		return web.perform(get(address).with(as(officer))).andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
	}

	private static long id(String address) {
		return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
	}
}
