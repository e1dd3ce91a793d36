package cn.cuobian.figures;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@CuobianTest
class ExportTests {

	private static final String NAME = "金丝雀先生";
	private static final String PHONE = "13912345678";

	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	TestClock clock;
	@Autowired
	Intake intake;
	@Autowired
	JdbcClient db;
	@Autowired
	MockMvc web;

	private Branch here;
	private Person supervisor;

	@BeforeEach
	void aReportWithANameInIt() {
		clock.setTo(SomeFigures.at("2026-03-02T09:00"));
		here = places.branch();
		supervisor = people.holding("supervisor", here.community());
		people.holding("building-steward", here.building());
		var receipt = intake.report(new Report(here.building(), null, null, "water", NAME + "家漏水", NAME + "，电话" + PHONE, Channel.WEB, null, false,
				new Contact(NAME, PHONE, null), "2026-11", null, null, List.of()));
		long id = db.sql("select id from matter where number = ?").param(receipt.number()).query(Long.class).single();
		db.sql("insert into matter_event (matter_id, seq, at, kind, actor, payload, prev_hash, hash) select ?, 900, reported_at, 'COMMENTED', ?, ?, '', '' from matter where id = ?")
				.params(id, supervisor.id(), "{\"words\":\"" + NAME + PHONE + "\"}", id).update();
	}

	private byte[] taken(String name, Person by) throws Exception {
		return web.perform(get("/figures/export/" + name).param("since", "2026-03").param("until", "2026-03").with(as(by)))
				.andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
	}

	private Long rowsRecorded(String name) {
		return db.sql("select row_count from figures_export where what = ? and by_person = ?").params(name, supervisor.id())
				.query(Long.class).single();
	}

	@Test
	void a_list_opens_in_excel_and_holds_no_words_of_residents() throws Exception {
		byte[] bytes = taken("matters.csv", supervisor);
		assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
		String csv = new String(bytes, StandardCharsets.UTF_8);
		assertThat(csv.lines()).hasSize(2);
		assertThat(csv).contains(here.building(), "2026-03-02 09:00").doesNotContain(NAME).doesNotContain(PHONE);
		assertThat(rowsRecorded("matters.csv")).isEqualTo(1);
	}

	@Test
	void what_a_spreadsheet_would_calculate_becomes_text() throws Exception {
		var out = new ByteArrayOutputStream();
		try (Sheet sheet = new CsvSheet(out)) {
			sheet.line("=1+1", "+86", "-1", "@SUM", "a=b", -5, null);
		}
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("\uFEFF'=1+1,'+86,'-1,'@SUM,a=b,-5,\r\n");
	}

	@Test
	void a_workbook_has_the_same_rows(@TempDir Path folder) throws Exception {
		Path file = Files.write(folder.resolve("matters.xlsx"), taken("matters.xlsx", supervisor));
		try (var book = new ZipFile(file.toFile())) {
			assertThat(book.stream().map(ZipEntry::getName)).contains("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
			String sheet = new String(book.getInputStream(book.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
			assertThat(sheet).contains("<row r=\"2\"", here.building()).doesNotContain("<row r=\"3\"").doesNotContain(NAME);
		}
		assertThat(rowsRecorded("matters.xlsx")).isEqualTo(1);
	}

	@Test
	void clocks_and_figures_can_be_taken_too() throws Exception {
		assertThat(new String(taken("clocks.csv", supervisor), StandardCharsets.UTF_8)).contains(here.building(), "RUNNING");
		String kpi = new String(taken("kpi.csv", supervisor), StandardCharsets.UTF_8);
		assertThat(kpi.lines()).as("heading, community, compound").hasSize(3);
		assertThat(kpi).contains("2026-03," + here.community(), "2026-03," + here.compound());
	}

	@Test
	void the_event_log_is_xes_without_a_name() throws Exception {
		String xes = new String(taken("events.xes", supervisor), StandardCharsets.UTF_8);
		assertThat(xes).doesNotContain(NAME).doesNotContain(PHONE).contains("commented");
		SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new ClassPathResource("figures/xes.xsd").getURL())
				.newValidator().validate(new StreamSource(new StringReader(xes)));
		Document log = parsed(xes);
		List<Element> events = elements(log.getDocumentElement(), "event");
		assertThat(rowsRecorded("events.xes")).isEqualTo(events.size()).isGreaterThan(3);
		assertThat(events).allSatisfy(event -> {
			assertThat(value(event, "concept:name")).isNotBlank();
			assertThat(OffsetDateTime.parse(value(event, "time:timestamp"))).isNotNull();
			assertThat(value(event, "lifecycle:transition")).isIn("schedule", "assign", "reassign", "withdraw", "complete");
		});
		assertThat(events).filteredOn(event -> value(event, "lifecycle:transition").equals("schedule"))
				.extracting(event -> value(event, "org:resource"), event -> value(event, "org:role"))
				.containsOnly(tuple("building-steward@" + here.building(), "building-steward"));
	}

	@Test
	void another_supervisor_gets_nothing_of_ours() throws Exception {
		var other = people.holding("supervisor", places.branch().community());
		assertThat(new String(taken("matters.csv", other), StandardCharsets.UTF_8).lines()).hasSize(1);
		assertThat(new String(taken("clocks.csv", other), StandardCharsets.UTF_8).lines()).hasSize(1);
		assertThat(elements(parsed(new String(taken("events.xes", other), StandardCharsets.UTF_8)).getDocumentElement(), "trace")).isEmpty();
		web.perform(get("/figures/export/matters.csv").param("place", here.community()).with(as(other))).andExpect(status().isNotFound());
		web.perform(get("/figures/export").param("place", here.community()).with(as(other))).andExpect(status().isNotFound());
		web.perform(get("/figures/export/matters.csv").with(as(people.holding("building-steward", here.building())))).andExpect(status().isForbidden());
	}

	@Test
	void bad_input_gets_a_sentence() throws Exception {
		web.perform(get("/figures/export/passwords.csv").with(as(supervisor))).andExpect(status().isNotFound());
		web.perform(get("/figures/export/matters.csv").param("since", "2026-04").param("until", "2026-03").with(as(supervisor)))
				.andExpect(status().isUnprocessableContent());
		web.perform(get("/figures/export").with(as(supervisor))).andExpect(status().isOk());
	}

	private static Document parsed(String xml) throws Exception {
		var factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	private static List<Element> elements(Element parent, String name) {
		var found = parent.getElementsByTagName(name);
		return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
	}

	private static String value(Element event, String key) {
		return IntStream.range(0, event.getChildNodes().getLength()).mapToObj(i -> event.getChildNodes().item(i))
				.filter(Element.class::isInstance).map(Element.class::cast).filter(each -> each.getAttribute("key").equals(key))
				.map(each -> each.getAttribute("value")).findFirst().orElse("");
	}
}
