package cn.cuobian.design;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

import cn.cuobian.OwnHouse;
import cn.cuobian.design.diff.Shipped;
import cn.cuobian.design.reading.Limits;
import cn.cuobian.design.reading.Phrase;
import cn.cuobian.design.reading.Xml;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.forms.Field;
import cn.cuobian.forms.FormSchema;
import cn.cuobian.paper.Press;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.SomePlaces;

/** Each procedure that the program brings along, as a page and on paper. */
@OwnHouse
class HandbookTests {

	private static final Pattern TASK = Pattern.compile("(?s)<userTask id=\"[^\"]+\" name=\"([^\"]+)\"[^>]*formRef=\"([^\"]+)\".*?name=\"clock\" value=\"([^\"]+)\"");

	@Autowired
	MockMvc web;
	@Autowired
	DiffWords words;
	@Autowired
	Press press;
	@Autowired
	SomePeople some;
	@Autowired
	SomePlaces places;
	@Autowired
	Studio studio;
	@Autowired
	Release release;

	private Person steward;

	@BeforeEach
	void aSteward() {
		steward = some.holding("building-steward", places.branch().building());
	}

	static Stream<String> bundles() {
		return Shipped.all().stream().map(ModelFile::room).distinct();
	}

	private String page(String path) throws Exception {
		var response = web.perform(get(path).with(as(steward))).andReturn().getResponse();
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return HtmlUtils.htmlUnescape(response.getContentAsString(StandardCharsets.UTF_8));
	}

	private PDDocument pdf(String bundle) throws Exception {
		var response = web.perform(get("/handbook/" + bundle + "/pdf").with(as(steward))).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentType()).isEqualTo("application/pdf");
		return Loader.loadPDF(response.getContentAsByteArray());
	}

	/** For every task of people: its name, how long it may take and where that comes from, and all that its form asks. */
	private List<String> mustSay(String bundle) {
		var limits = Limits.of(Xml.read(Shipped.file(Limits.PATH).content()).orElseThrow());
		List<String> must = new ArrayList<>();
		Shipped.all().stream().filter(file -> file.room().equals(bundle) && file.name().endsWith(".bpmn")).forEach(file -> {
			var tasks = TASK.matcher(new String(file.content(), StandardCharsets.UTF_8)).results().toList();
			assertThat(tasks).as(file.path()).isNotEmpty();
			tasks.forEach(task -> {
				must.add(task.group(1));
				must.add(words.say(Phrase.of("design.handbook.limit", new Phrase.Named("clocks.code." + task.group(3), task.group(3)), limits.resolved(task.group(3))), Locale.SIMPLIFIED_CHINESE));
				limits.lines(task.group(3)).forEach(line -> must.add(line.get("source")));
				asked(FormSchema.parse(Shipped.text(bundle + "/" + task.group(2) + ".form")).items(), must);
			});
		});
		return must;
	}

	private static void asked(List<Field> fields, List<String> must) {
		fields.stream().filter(field -> !field.type().jsName().equals("text")).forEach(field -> {
			must.add(field.label().zh());
			field.options().forEach(option -> must.add(option.label().zh()));
			asked(field.parts(), must);
		});
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void thePageSaysWhoDoesWhatHowLongAndWhatIsFilledIn(String bundle) throws Exception {
		var page = page("/handbook/" + bundle);
		var softly = new SoftAssertions();
		mustSay(bundle).forEach(said -> softly.assertThat(page.contains(said)).as(said).isTrue());
		softly.assertAll();
		assertThat(page).contains("第 1 版", "随程序安装").doesNotContain("??", "design.handbook");
		assertThat(page("/handbook/" + bundle + "?lang=en")).contains("handbook", "Came with the program").doesNotContain("??");
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void onPaperTheSameCanBeSearchedAndEachProcedureHasItsPicture(String bundle) throws Exception {
		assumeTrue(press.ready(), "Built with -Dfrontend.skip");
		try (PDDocument document = pdf(bundle)) {
			var text = bare(new PDFTextStripper().getText(document));
			var softly = new SoftAssertions();
			mustSay(bundle).forEach(said -> softly.assertThat(text.contains(bare(said))).as(said).isTrue());
			softly.assertAll();
			var drawings = Shipped.all().stream().filter(file -> file.room().equals(bundle) && file.name().endsWith(".bpmn")).count();
			assertThat(pagesWithPictures(document)).isGreaterThanOrEqualTo((int) drawings);
			assertThat(text).contains("目录", "1/" + document.getNumberOfPages());
		}
	}

	/** Lines are broken anywhere, so only the characters count. */
	private static String bare(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
	}

	private static int pagesWithPictures(PDDocument document) throws Exception {
		int count = 0;
		for (var page : document.getPages()) {
			for (var name : page.getResources().getXObjectNames()) {
				count += page.getResources().getXObject(name) instanceof PDFormXObject ? 1 : 0;
			}
		}
		return count;
	}

	@Test
	void thePictureNamesEveryStepAndShowsEveryFlow() throws Exception {
		var page = page("/handbook/escalation");
		var picture = page.substring(page.indexOf("<svg class=\"handbook-picture\""), page.indexOf("</svg>", page.indexOf("handbook-picture")));
		assertThat(bare(picture.replaceAll("<[^>]+>", " "))).contains("楼栋长上门商议", "邻里议事厅议事", "急事快议", "办结归档", "居民撤回");
		int flows = Shipped.text("escalation/ladder.bpmn").split("<sequenceFlow ").length - 1;
		assertThat(picture.split("<path ").length - 1).isGreaterThan(2 * flows);
	}

	@Test
	void stepsComeInTheOrderInWhichOneComesToThem() throws Exception {
		var page = page("/handbook/escalation");
		assertThat(List.of("1. 楼栋长上门商议", "2. 邻里议事厅议事", "3. 急事快议", "4. 召开社区联席会议", "5. 挂钩领导交办部门", "6. 领导办公室代交办", "7. 部门办理并回复", "8. 挂钩领导验收结果", "9. 办结与回访"))
				.allSatisfy(step -> assertThat(page).contains(step));
		assertThat(page).contains("楼栋长（没有人担任时：邻里议事厅秘书）", "上提、是否急事（否）：转到“邻里议事厅议事”", "不属职责：结束，不予受理，已答复",
				"“处理意见”选“不属本级职责”时才填");
	}

	@Test
	void aPublishedVersionNamesWhoDrewItWhoApprovedItAndWhy() throws Exception {
		var bundle = studio.bundle();
		var designer = studio.person("process-designer");
		var approver = studio.person("model-approver");
		release.publish(studio.approved(bundle, "现场情况", studio.as(designer), studio.as(approver)), studio.as(approver));
		assertThat(page("/handbook/" + bundle)).contains("第 2 版", "起草：" + designer.name(), "审批：" + approver.name(), "改动原因：楼栋长看不懂原来的说法", "现场情况");
		assertThat(page("/handbook")).contains("/handbook/" + bundle, "逐级协商");
		assertThat(web.perform(get("/handbook/nowhere").with(as(steward))).andReturn().getResponse().getStatus()).isEqualTo(404);
	}
}
