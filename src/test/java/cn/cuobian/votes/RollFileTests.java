package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.cuobian.faults.Fuzzed;

class RollFileTests {

	private static final String HEADER = "房号,面积,用途,销售状态,业主,证件号后四位,手机,邮箱,业主代表\n";

	@Test
	void readsAWholeLine() {
		var line = preview(HEADER + "3幢2单元501,89.5,住宅,已售,张三、李四,1234、567X,13900000001、0595-88001234,a@example.cn、,李四\n").lines().get(0);

		assertThat(line).isEqualTo(new UnitLine(2, "3幢2单元501", "3幢", 8950, UnitUse.DWELLING, Sale.SOLD, List.of(
				new OwnerLine("张三", "1234", "13900000001", "a@example.cn"), new OwnerLine("李四", "567X", "059588001234", "")), 1, true));
	}

	@Test
	void readsGb18030FullWidthCharactersAndEmptyLinesAsSheetsHaveThem() {
		var text = "序号,房 号,建筑面积（㎡）,业主姓名,联系电话\n1,３幢５０１,８９．５０,张三,139 0000 0001\n\n2,3幢502,\"1,089.50\",李四,\n,,,,\n";

		var preview = RollDraft.of(RollFile.of(text.getBytes(Charset.forName("GB18030"))), false, new Declared(2, 1179_00));

		assertThat(rules(preview)).isEmpty();
		assertThat(preview.lines()).extracting(UnitLine::code).containsExactly("3幢501", "3幢502");
		assertThat(preview.lines()).extracting(UnitLine::area).containsExactly(89_50L, 1089_50L);
		assertThat(preview.lines().get(0).owners().get(0).phone()).isEqualTo("13900000001");
	}

	@Test
	void readsAWorkbookAsTheSameTable() throws IOException {
		var out = new ByteArrayOutputStream();
		try (var book = new Workbook(out, "test", null)) {
			var sheet = book.newWorksheet("名册");
			String[] header = HEADER.strip().split(",");
			for (int i = 0; i < header.length; i++) {
				sheet.value(0, i, header[i]);
			}
			sheet.value(1, 0, "1幢101");
			sheet.value(1, 1, 89.3);
			sheet.value(1, 4, "张三");
			sheet.value(1, 5, "0123");
			sheet.value(1, 6, 13900000001L);
			sheet.value(3, 0, "1幢102");
			sheet.formula(3, 1, "B2*1");
			sheet.value(3, 4, "李四");
		}

		var preview = RollDraft.of(RollFile.of(out.toByteArray()), false, new Declared(1, 89_30));

		assertThat(preview.lines()).extracting(UnitLine::area).containsExactly(89_30L);
		assertThat(preview.lines().get(0).owners()).containsExactly(new OwnerLine("张三", "0123", "13900000001", ""));
		assertThat(preview.errors()).as("a formula whose result was never stored").singleElement().satisfies(error -> {
			assertThat(error.line()).isEqualTo(4);
			assertThat(error.refusal().rule()).isEqualTo("votes.roll-area-no-number");
		});
	}

	@Test
	void readsTheNumberThatWasTypedNotTheOneExcelKeeps() {
		assertThat(RollWorkbook.number("89.099999999999994")).isEqualTo("89.1");
		assertThat(RollWorkbook.number("89.30000000000001")).as("a sum that was not rounded is left to be refused").isEqualTo("89.30000000000001");
		assertThat(RollWorkbook.number("1.3900000001E10")).isEqualTo("13900000001");
		assertThat(RollWorkbook.number("3幢501")).isEqualTo("3幢501");
		assertThat(RollWorkbook.number("1E999")).as("no number that Java knows").isEqualTo("1E999");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!', textBlock = """
			1幢101,0,,,张三,,,, ! votes.roll-area-not-positive
			1幢101,0.00,,,张三,,,, ! votes.roll-area-not-positive
			1幢101,-89.5,,,张三,,,, ! votes.roll-area-not-positive
			1幢101,89.505,,,张三,,,, ! votes.roll-area-decimals
			1幢101,89.5平,,,张三,,,, ! votes.roll-area-no-number
			1幢101,"89,5",,,张三,,,, ! votes.roll-area-no-number
			1幢101,,,,张三,,,, ! votes.roll-area-no-number
			1幢101,13900000001,,,张三,,,, ! votes.roll-area-too-large
			,89.5,,,张三,,,, ! votes.roll-owner-without-unit
			,89.5,,,,,,, ! votes.roll-unit-missing
			1幢|101,89.5,,,张三,,,, ! votes.roll-bad-unit
			101,89.5,,,张三,,,, ! votes.roll-building-missing
			1幢101,89.5,,,,,,, ! votes.roll-unit-without-owner
			1幢101,89.5,,未交付,张三,,,, ! votes.roll-not-handed-over
			1幢101,89.5,,未售,张三、李四,,,, ! votes.roll-unsold-with-owners
			1幢101,89.5,,也许,张三,,,, ! votes.roll-unknown-sale
			1幢101,89.5,厕所,,张三,,,, ! votes.roll-unknown-use
			1幢101,89.5,,,张三,,12345,, ! votes.roll-bad-phone
			1幢101,89.5,,,张三,,1390000000a,, ! votes.roll-bad-phone
			1幢101,89.5,,,张三,,,nowhere, ! votes.roll-bad-mail
			1幢101,89.5,,,张三,350582199001011234,,, ! votes.roll-bad-last-four
			1幢101,89.5,,,张三,123,,, ! votes.roll-bad-last-four
			1幢101,89.5,,,张三、李四,1234,,, ! votes.roll-last-fours
			1幢101,89.5,,,张三、李四、王五,,13900000001、13900000002,, ! votes.roll-contacts
			1幢101,89.5,,,张三、,,,, ! votes.roll-bad-name
			1幢101,89.5,,,13900000001,,,, ! votes.roll-bad-name
			1幢101,89.5,,,张三、张三,,,, ! votes.roll-owner-twice-in-unit
			1幢101,89.5,,,张三、李四,,,,王五 ! votes.roll-representative-no-owner
			1幢101,89.5,,,张三,,,,,多余 ! votes.roll-column-count
			""")
	void namesWhatIsWrongWithALine(String line, String rule) {
		var preview = preview(HEADER + "1幢100,50,,,王五,,,,\n" + line.strip() + "\n");

		assertThat(rules(preview)).containsExactly(rule.strip());
		assertThat(preview.errors().get(0).line()).isEqualTo(3);
		assertThat(preview.isApplicable()).isFalse();
	}

	@Test
	void namesEveryMistakeOfALineAtOnce() {
		assertThat(rules(preview(HEADER + ",0,厕所,,张三,,1,,\n"))).containsExactlyInAnyOrder("votes.roll-owner-without-unit",
				"votes.roll-bad-phone", "votes.roll-area-not-positive", "votes.roll-unknown-use");
	}

	@Test
	void findsAUnitThatIsThereTwiceHoweverItsBuildingIsSpelled() {
		assertThat(rules(preview(HEADER + "3幢501,50,,,张三,,,,\n3栋501,50,,,李四,,,,\n3幢 501,50,,,王五,,,,\n")))
				.containsExactly("votes.roll-unit-twice", "votes.roll-unit-twice");
	}

	@Test
	void refusesTwoDevelopers() {
		assertThat(rules(preview(HEADER + "1幢1,50,,未售,海丝置业,,,,\n1幢2,50,,未售,,,,,\n1幢3,50,,未售,张三,,,,\n")))
				.containsExactly("votes.roll-two-developers");
	}

	@Test
	void refusesTotalsThatDoNotMatchTheSheet() {
		var csv = HEADER + "1幢1,50.25,,,张三,,,,\n1幢2,50,,,李四,,,,\n";

		assertThat(rules(RollDraft.of(file(csv), false, new Declared(2, 100_25)))).isEmpty();
		assertThat(rules(RollDraft.of(file(csv), false, new Declared(3, 100_25)))).containsExactly("votes.roll-units-differ");
		assertThat(rules(RollDraft.of(file(csv), false, new Declared(2, 100_24)))).containsExactly("votes.roll-area-differs");
		assertThat(rules(RollDraft.of(file(csv + "合计,100.25,,,,,,,\n"), false, new Declared(2, 100_25)))).isEmpty();
		assertThat(rules(RollDraft.of(file(csv + "合计,100.26,,,,,,,\n"), false, new Declared(2, 100_25)))).containsExactly("votes.roll-sheet-total");
	}

	@Test
	void theSameNameIsTheSameVoterOnlyIfSomethingElseSaysSo() {
		var preview = preview(HEADER + """
				1幢1,50,,,陈伟,1234,,,
				1幢2,50,,,陈伟,1234,13900000002,,
				1幢3,50,,,陈伟,9999,,,
				1幢4,50,,,陈伟,,13900000004,,
				1幢5,50,,,陈伟,,13900000004,,
				1幢6,50,,,陈伟,,,,
				""");

		assertThat(preview.totals().heads()).isEqualTo(4);
		assertThat(preview.remarks()).extracting(remark -> remark.refusal().rule()).contains("votes.roll-same-name");
	}

	@Test
	void remarksThatTheFirstCoOwnerStandsForTheOthersUntilTheySayOtherwise() {
		var preview = preview(HEADER + "1幢1,50,,,张三、李四,,,,\n1幢2,50,,,王五、赵六,,,,赵六\n");

		assertThat(preview.remarks()).singleElement().satisfies(remark -> assertThat(remark.refusal().rule()).isEqualTo("votes.roll-first-represents"));
		assertThat(preview.lines()).extracting(UnitLine::representative).containsExactly(0, 1);
	}

	@Test
	void refusesWhatIsNoSuchTable() throws IOException {
		assertThat(rules(preview(""))).contains("votes.roll-file-empty");
		assertThat(rules(preview(HEADER))).contains("votes.roll-file-empty");
		assertThat(rules(preview("房号,业主\n1幢1,张三\n"))).contains("votes.roll-column-missing");
		assertThat(rules(preview("房号,面积,业主,颜色\n1幢1,1,张三,红\n"))).contains("votes.roll-column-unknown");
		assertThat(rules(preview("房号,面积,业主,房屋\n1幢1,1,张三,红\n"))).contains("votes.roll-column-twice");
		assertThat(rules(preview(HEADER + "1幢1,50,,,\"张三\n1幢2,60,,,李四,,,,\n"))).contains("votes.roll-bad-name");
		assertThat(rules(RollDraft.of(RollFile.of(zip("xl/workbook.xml", 10)), false, new Declared(0, 0)))).contains("votes.roll-file-broken");
		assertThat(rules(cell("A1", "\u00e6rr"))).as("half a character").containsExactly("votes.roll-file-broken");
		for (var far : List.of("ZZZZZZ1", "A12345678", "$A$1", "")) {
			assertThat(rules(cell(far, "x"))).as(far).containsExactly("votes.roll-file-broken");
		}
		assertThat(rules(cell("XFD1048576", "x"))).as("the last cell of Excel").doesNotContain("votes.roll-file-broken");
		assertThat(rules(RollDraft.of(RollFile.of(zip("xl/sharedStrings.xml", 310)), false, new Declared(0, 0)))).contains("votes.roll-file-too-long");
	}

	@Test
	void aTitleOfBracketsIsReadAsQuicklyAsAnyOther() {
		Fuzzed.hand(() -> assertThat(RollColumn.of("(".repeat(50_000))).isEmpty());
		assertThat(RollColumn.of("建筑面积（㎡）（不含公摊）")).contains(RollColumn.AREA);
	}

	@Test
	void theSampleOfTheGuideIsAGoodSheet() throws IOException {
		var preview = RollDraft.of(RollFile.of(Files.readAllBytes(Path.of("docs/samples/roll.csv"))), false, new Declared(8, 705_57));

		assertThat(rules(preview)).isEmpty();
		assertThat(preview.totals().heads()).isEqualTo(4);
	}

	@Test
	void countsTheCompoundOf571Dwellings() {
		var preview = RollDraft.of(file(Compound571.csv()), true, new Declared(Compound571.UNITS, Compound571.area()));

		var bare = RollDraft.of(file(Compound571.csv()), false, new Declared(Compound571.UNITS, Compound571.area()));

		assertThat(rules(preview)).isEmpty();
		assertThat(preview.totals().lines()).isEqualTo(623);
		assertThat(preview.totals().heads()).isEqualTo(Compound571.HEADS);
		assertThat(preview.totals().area()).isEqualTo(preview.totals().wholeArea()).isEqualTo(Compound571.AREA);
		assertThat(preview.totals().unsold()).isEqualTo(18);
		assertThat(bare.totals().heads()).isEqualTo(554);
		assertThat(bare.totals().area()).isEqualTo(58_172_25);
		assertThat(bare.totals().units()).isEqualTo(583);
	}

	private static byte[] zip(String name, int megabytes) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(name));
			for (int i = 0; i < megabytes; i++) {
				zip.write(new byte[1_000_000]);
			}
		}
		return out.toByteArray();
	}

	private static RollPreview cell(String place, String latin1) {
		var sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"%s\" t=\"str\"><v>%s</v></c></row></sheetData></worksheet>".formatted(place, latin1);
		return RollDraft.of(RollFile.of(WorkbookTarget.with(sheet.getBytes(StandardCharsets.ISO_8859_1))), false, new Declared(0, 0));
	}

	/** Without the checks against what the officer declares. */
	private static RollPreview preview(String csv) {
		var file = file(csv);
		return RollDraft.of(file, false, new Declared(file.lines.size(), file.lines.stream().mapToLong(UnitLine::area).sum()));
	}

	private static RollFile file(String csv) {
		return RollFile.of(csv.getBytes(StandardCharsets.UTF_8));
	}

	private static List<String> rules(RollPreview preview) {
		return preview.errors().stream().map(error -> error.refusal().rule()).toList();
	}
}
